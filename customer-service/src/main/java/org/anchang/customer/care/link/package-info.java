/// Signed links by which somebody without an account reaches one thing of the office (CAR-3, CAR-4).
package org.anchang.customer.care.link;
