/// COM-5: consultants who do not agree freeze a commission until the supervisor decides.
@NullMarked
package org.anchang.commission.dispute;

import org.jspecify.annotations.NullMarked;
