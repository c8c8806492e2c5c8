/// The call-up (叫号): tickets are called in the order of the draw, their holders appear or lose their turn, and whoever
/// is called and present holds units, up to the quota (INV-13). The board shows it on the wall.
package org.anchang.inventory.opening.callup;
