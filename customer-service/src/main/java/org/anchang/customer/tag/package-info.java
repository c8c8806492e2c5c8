/// The words by which a project marks its customers, and which customers they mark (CUS-9).
package org.anchang.customer.tag;
