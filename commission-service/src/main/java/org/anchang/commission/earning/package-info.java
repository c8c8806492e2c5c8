/// COM-3, COM-4: what each step of a deal does to its commission.
@NullMarked
package org.anchang.commission.earning;

import org.jspecify.annotations.NullMarked;
