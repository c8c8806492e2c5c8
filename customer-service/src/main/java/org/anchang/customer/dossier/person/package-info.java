/// CUS-7: what is held of one person, shown whole, and erased but for what must stay.
@NullMarked
package org.anchang.customer.dossier.person;

import org.jspecify.annotations.NullMarked;
