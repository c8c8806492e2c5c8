/// CUS-7: for what customers agreed that it is written down, and the keys under which it stands.
@NullMarked
package org.anchang.customer.dossier.consent;

import org.jspecify.annotations.NullMarked;
