/// Registration of the contract with the housing authority (CON-6).
@NullMarked
package org.anchang.deal.filing;

import org.jspecify.annotations.NullMarked;
