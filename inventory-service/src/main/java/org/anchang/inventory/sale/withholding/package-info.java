/// Withholding (销控): units are taken off sale and offered again, each on record: by whom, when and why
/// (INV-14). Consultants and screens see that a withheld unit is not for sale (INV-16), and only managers
/// see why it is withheld.
///
/// - what forbids it: [org.anchang.inventory.sale.release.ReleasePolicy], with what forbids a release
/// - the commands: [WithholdingUnits]; the records: [Withholdings], in the table `withholding`
package org.anchang.inventory.sale.withholding;
