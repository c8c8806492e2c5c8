/// Birthdays and holidays (生日、节日): who is dear to the office, and what is done for whom on which day (CAR-1).
@NullMarked
package org.anchang.customer.care.occasion;

import org.jspecify.annotations.NullMarked;
