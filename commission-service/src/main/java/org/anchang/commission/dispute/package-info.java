/// COM-5: consultants who do not agree freeze a commission until the supervisor decides.
package org.anchang.commission.dispute;
