/// COM-3: the project's plans: which rate, when it is earned, how it is paid out; versioned and never altered.
@NullMarked
package org.anchang.commission.plan;

import org.jspecify.annotations.NullMarked;
