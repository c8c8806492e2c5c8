/// CUS-5: what the dossiers of a project say, counted; never a person.
package org.anchang.customer.dossier.statistics;
