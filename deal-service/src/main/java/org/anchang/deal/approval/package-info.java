/// approval-service as it is heard here: the changes whose signatures are all there are carried out (APR-5).
@NullMarked
package org.anchang.deal.approval;

import org.jspecify.annotations.NullMarked;
