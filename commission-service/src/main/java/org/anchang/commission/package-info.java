/// What consultants earn on deals (佣金).
///
/// A [Commission] belongs to a chain of deals: a deal and whatever it is swapped into. It is expected once the order
/// form is signed, earned at signing or filing as the project's plan says (COM-3), recomputed when the price changes
/// and taken back when the deal ends (COM-4). Whose it is comes from who registered and who received the customer: of
/// their [Claim]s in per cent each has a [Share] in money (COM-1, COM-2).
package org.anchang.commission;
