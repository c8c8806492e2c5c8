/// What the people of the offices are called, beside the user names by which everything knows them.
@NullMarked
package org.anchang.customer.colleague;

import org.jspecify.annotations.NullMarked;
