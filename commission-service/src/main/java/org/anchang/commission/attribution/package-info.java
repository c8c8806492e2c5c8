/// COM-1, COM-2: whose commission it is: the first consultant's, and a substitute's part by rule or by agreement.
package org.anchang.commission.attribution;
