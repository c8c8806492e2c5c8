/// Parking spaces and storage rooms are attached to a home, and detached, while neither is held or sold (INV-11).
package org.anchang.inventory.unit.attachment;
