/// The draw (摇号): in which order the tickets of an opening day are called, by a lottery that anybody can recompute or
/// by the notary's list (INV-13). It is drawn once, and the database lets nobody alter it.
package org.anchang.inventory.opening.draw;
