/// What papers say of customers: the dossier as a sheet, what the other papers of this service and the deal report of
/// deal-service take from it (PAP-1, PAP-3, CUS-6).
package org.anchang.customer.printing;
