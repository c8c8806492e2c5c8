/// In which region a project lies, which customer numbers begin with (CUS-2).
@NullMarked
package org.anchang.customer.region;

import org.jspecify.annotations.NullMarked;
