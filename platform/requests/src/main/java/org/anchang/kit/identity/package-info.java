/// SEC-1: who asks, in which role, and what of the office that person may see, to be put into the query itself.
@NullMarked
package org.anchang.kit.identity;

import org.jspecify.annotations.NullMarked;
