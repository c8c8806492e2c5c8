package org.anchang.audit.check;

import java.util.ArrayList;
import java.util.List;
import org.anchang.audit.Check;
import org.anchang.audit.Evidence;

/// DEP-3, DEP-5, CON-3, COL-1: what the papers of a deal say is what its books say.
public final class PapersAgree implements Check {
    @Override
    public String promise() {
        return "order forms, receipts, schedules and the ledger agree, and receipt numbers have no gap";
    }

    @Override
    public List<String> differences(Evidence evidence) {
        var found = new ArrayList<String>();
        orderForms(evidence, found);
        depositsOfForms(evidence, found);
        loans(evidence, found);
        receiptsAgainstLedger(evidence, found);
        schedules(evidence, found);
        receiptNumbers(evidence, found);
        return found;
    }

    private static void orderForms(Evidence evidence, List<String> found) {
        evidence.rows("deal", """
                        SELECT id, deal FROM order_form
                        WHERE CASE price_basis WHEN 'WHOLE_UNIT' THEN unit_price ELSE round(area * unit_price, 2) END
                            + attached_total - discount <> total""")
                .forEach(row -> found.add(
                        "order form %s of deal %s does not add up".formatted(row.text("id"), row.text("deal"))));
        evidence.rows("deal", """
                        SELECT d.id, d.total, f.total AS form FROM deal d JOIN order_form f ON f.deal = d.id AND f.state = 'SIGNED'
                        WHERE d.total IS DISTINCT FROM f.total""")
                .forEach(row -> found.add("deal %s is at %s, its order form at %s"
                        .formatted(row.text("id"), row.text("total"), row.text("form"))));
        evidence.rows("deal", """
                        SELECT d.id, d.total, c.total AS contract FROM deal d JOIN contract c ON c.deal = d.id AND c.ended_at IS NULL
                        WHERE d.total IS DISTINCT FROM c.total""")
                .forEach(row -> found.add("deal %s is at %s, its contract at %s"
                        .formatted(row.text("id"), row.text("total"), row.text("contract"))));
    }

    /// No contract was signed on less than the deposit that its order form promises; the offset says what was there.
    private static void depositsOfForms(Evidence evidence, List<String> found) {
        evidence.rows("deal", """
                        SELECT c.number, c.deal, f.deposit, coalesce(o.offset_at_signing, 0) AS paid
                        FROM contract c JOIN order_form f ON f.id = c.order_form
                        LEFT JOIN (SELECT e.deal, sum(p.debit) AS offset_at_signing
                                   FROM ledger_entry e JOIN posting p ON p.entry = e.id AND p.account = 'DEPOSITS'
                                   WHERE e.what = 'OFFSET' GROUP BY e.deal) o ON o.deal = c.deal
                        WHERE coalesce(o.offset_at_signing, 0) < f.deposit""")
                .forEach(row ->
                        found.add("contract %s of deal %s was signed on a deposit of %s, its order form promises %s"
                                .formatted(
                                        row.text("number"), row.text("deal"), row.text("paid"), row.text("deposit"))));
    }

    /// The bank's money came by a disbursement, never as a payment.
    private static void loans(Evidence evidence, List<String> found) {
        evidence.rows("deal", """
                        SELECT e.deal, sum(p.debit - p.credit) AS loan
                        FROM ledger_entry e JOIN posting p ON p.entry = e.id AND p.nature = 'LOAN'
                             AND p.account IN ('CASH', 'POS', 'SUPERVISED_BANK')
                        WHERE e.what <> 'PAYOUT' AND NOT EXISTS (SELECT FROM mortgage m WHERE m.deal = e.deal
                                                                 AND m.state IN ('DISBURSED', 'CANCELLED'))
                        GROUP BY e.deal HAVING sum(p.debit - p.credit) <> 0""")
                .forEach(row -> found.add("deal %s has %s of a loan in its books that no bank disbursed"
                        .formatted(row.text("deal"), row.text("loan"))));
    }

    /// Each receipt's amount is what its entry put on an account of the office; a reversal takes it off again.
    private static void receiptsAgainstLedger(Evidence evidence, List<String> found) {
        evidence.rows("deal", """
                        SELECT r.number, r.amount, coalesce(sum(p.debit), 0) AS entered
                        FROM receipt r LEFT JOIN posting p ON p.entry = r.entry AND p.account IN ('CASH', 'POS', 'SUPERVISED_BANK')
                        WHERE r.kind IN ('DEPOSIT', 'PAYMENT', 'LOAN')
                        GROUP BY r.id, r.number, r.amount HAVING coalesce(sum(p.debit), 0) <> r.amount""")
                .forEach(row -> found.add("receipt %s is over %s, the ledger says %s"
                        .formatted(row.text("number"), row.text("amount"), row.text("entered"))));
        evidence.rows("deal", """
                        SELECT d.id, coalesce(r.received, 0) AS receipts, coalesce(p.received, 0) AS ledger
                        FROM deal d
                        LEFT JOIN (SELECT deal, sum(amount) AS received FROM receipt WHERE kind IN ('DEPOSIT', 'PAYMENT', 'LOAN')
                                   GROUP BY deal) r ON r.deal = d.id
                        LEFT JOIN (SELECT deal, sum(debit) AS received FROM posting WHERE account IN ('CASH', 'POS', 'SUPERVISED_BANK')
                                   GROUP BY deal) p ON p.deal = d.id
                        WHERE coalesce(r.received, 0) <> coalesce(p.received, 0)""")
                .forEach(row -> found.add("deal %s: receipts over %s, money received %s"
                        .formatted(row.text("id"), row.text("receipts"), row.text("ledger"))));
        evidence.rows("deal", """
                        SELECT d.id, d.stage, d.deposit_total, coalesce(p.owed, 0) AS owed FROM deal d
                        LEFT JOIN (SELECT deal, sum(credit - debit) AS owed FROM posting WHERE account = 'DEPOSITS' GROUP BY deal) p
                               ON p.deal = d.id
                        WHERE d.deposit_total <> coalesce(p.owed, 0)""")
                .forEach(row -> found.add("deal %s (%s) shows deposits of %s, the ledger %s"
                        .formatted(row.text("id"), row.text("stage"), row.text("deposit_total"), row.text("owed"))));
        evidence.rows("deal", """
                        SELECT d.id, d.stage, coalesce(r.valid, 0) AS valid, coalesce(p.owed, 0) AS owed FROM deal d
                        LEFT JOIN (SELECT deal, sum(amount) AS valid FROM receipt WHERE state = 'VALID' GROUP BY deal) r ON r.deal = d.id
                        LEFT JOIN (SELECT deal, sum(credit - debit) AS owed FROM posting WHERE account IN ('DEPOSITS', 'PRICE_RECEIVED')
                                   GROUP BY deal) p ON p.deal = d.id
                        WHERE coalesce(r.valid, 0) <> coalesce(p.owed, 0)""")
                .forEach(row -> found.add("deal %s (%s): valid receipts over %s, the ledger holds %s"
                        .formatted(row.text("id"), row.text("stage"), row.text("valid"), row.text("owed"))));
    }

    private static void schedules(Evidence evidence, List<String> found) {
        evidence.rows("deal", """
                        SELECT d.id, d.total, coalesce(sum(l.amount), 0) AS scheduled FROM deal d
                        LEFT JOIN schedule_line l ON l.deal = d.id AND l.replaced_at IS NULL
                        WHERE d.stage IN ('CONTRACTED', 'FILED') GROUP BY d.id, d.total
                        HAVING d.total <> coalesce(sum(l.amount), 0)""")
                .forEach(row -> found.add("deal %s is at %s, its schedule at %s"
                        .formatted(row.text("id"), row.text("total"), row.text("scheduled"))));
        evidence.rows("deal", """
                        SELECT d.id, coalesce(a.paid, 0) AS allocated, coalesce(p.received, 0) AS received FROM deal d
                        LEFT JOIN (SELECT deal, sum(paid) AS paid FROM amount_due GROUP BY deal) a ON a.deal = d.id
                        LEFT JOIN (SELECT deal, sum(credit - debit) AS received FROM posting WHERE account = 'PRICE_RECEIVED'
                                   GROUP BY deal) p ON p.deal = d.id
                        WHERE d.stage IN ('CONTRACTED', 'FILED') AND coalesce(a.paid, 0) <> coalesce(p.received, 0)""")
                .forEach(row -> found.add("deal %s: %s allocated to the schedule, %s received towards the price"
                        .formatted(row.text("id"), row.text("allocated"), row.text("received"))));
    }

    private static void receiptNumbers(Evidence evidence, List<String> found) {
        evidence.rows("deal", """
                        SELECT b.project, b.last, count(r.id) AS issued, coalesce(max(r.serial), 0) AS highest
                        FROM receipt_book b LEFT JOIN receipt r ON r.book = b.id
                        GROUP BY b.id, b.project, b.last HAVING b.last <> count(r.id) OR b.last <> coalesce(max(r.serial), 0)""")
                .forEach(row -> found.add("receipt book %s is at %s, with %s receipts up to %s"
                        .formatted(row.text("project"), row.text("last"), row.text("issued"), row.text("highest"))));
    }
}
