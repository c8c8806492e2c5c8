/// CUS-7: for what customers agreed that it is written down, and the keys under which it stands.
package org.anchang.customer.dossier.consent;
