/// Telephone numbers: the same number is the same text, however it is written or dialled (CUS-3).
package org.anchang.kit.phone;
