/// The five certificates (五证) of each building, and the buildings themselves with what they lack. Without all of them,
/// valid on the day, nothing in a building is released, held or paid for (INV-6); what was sold before stays sold. They
/// are only added to: one that was revoked, or recorded by mistake, counts no longer from a day on.
package org.anchang.inventory.sale.permit;
