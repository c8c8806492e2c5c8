/// CUS-7: what is held of one person, shown whole, and erased but for what must stay.
package org.anchang.customer.dossier.person;
