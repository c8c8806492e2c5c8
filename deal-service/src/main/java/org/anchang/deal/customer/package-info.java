/// customer-service as this service asks it, for what no event tells: what a dossier says on the deal report.
package org.anchang.deal.customer;
