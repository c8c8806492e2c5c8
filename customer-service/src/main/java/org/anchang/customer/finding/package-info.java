/// Finds customers by what people remember of them, while names and phones stay sealed (CUS-9).
package org.anchang.customer.finding;
