/// Birthdays and holidays (生日、节日): who is dear to the office, and what is done for whom on which day (CAR-1).
package org.anchang.customer.care.occasion;
