/// CUS-5: what the dossiers of a project say, counted; never a person.
@NullMarked
package org.anchang.customer.dossier.statistics;

import org.jspecify.annotations.NullMarked;
