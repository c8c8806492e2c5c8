/// CUS-4: the dossier (客户信息档案): what the office has come to know of a customer, field by field, and how complete it is.
package org.anchang.customer.dossier;
