/// In which region a project lies, which customer numbers begin with (CUS-2).
package org.anchang.customer.region;
