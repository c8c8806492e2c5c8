/// Satisfaction surveys (满意度调查): made, sent by a link that needs no account, answered once, scored (CAR-3).
package org.anchang.customer.care.survey;
