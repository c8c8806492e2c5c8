/// What the office puts up and puts right by hand: buildings, also before there is a price list for them, and single
/// units that a price list got wrong (INV-1).
package org.anchang.inventory.unit.editing;
