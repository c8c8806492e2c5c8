/// The catalogue (房源档案): projects, their buildings and every unit, to look things up.
@NullMarked
package org.anchang.inventory.catalogue;

import org.jspecify.annotations.NullMarked;
