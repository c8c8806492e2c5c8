/// What deals do to units: money, contract and filing move a unit forward, a deal's end puts it back on sale
/// (INV-3), and a change that waits for signatures shows on it (INV-15).
package org.anchang.inventory.neighbour.deal;
