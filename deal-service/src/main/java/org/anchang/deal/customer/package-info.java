/// customer-service as this service asks it, for what no event tells: what a dossier says on the deal report.
@NullMarked
package org.anchang.deal.customer;

import org.jspecify.annotations.NullMarked;
