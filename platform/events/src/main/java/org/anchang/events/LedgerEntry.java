package org.anchang.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// FIN-2: one balanced entry of the double-entry ledger. Entries are only ever added; the sum of all entries of
/// `deal-events` is the ledger, to the cent.
///
/// @param entry    its id; the same entry never counts twice
/// @param countsOn the date on which it counts, which may be another than the one on which it was made
/// @param postings at least two; their debits equal their credits
public record LedgerEntry(UUID entry, LocalDate countsOn, List<Posting> postings) {
    /// One side of an entry, in CNY. Exactly one of `debit` and `credit` is above zero.
    public record Posting(Account account, UUID deal, Nature nature, BigDecimal debit, BigDecimal credit) {}

    /// Where money stands. Closed.
    public enum Account {
        /// 现金 in the office's till
        CASH,
        /// Card terminal, not yet credited by the bank
        POS,
        /// The supervised pre-sale account (监管账户)
        SUPERVISED_BANK,
        /// Owed to buyers: deposits taken
        DEPOSITS,
        /// Owed to buyers: price received ahead of the handover
        PRICE_RECEIVED,
        /// Owed to buyers: refunds granted and not yet paid out
        REFUNDS_PAYABLE,
        /// Income: penalties and forfeited deposits
        PENALTIES
    }

    /// What the money is in law and in the contract. Closed.
    public enum Nature {
        /// 定金, under the penalty rule of Civil Code 586–588
        DEPOSIT,
        /// 订金 / 诚意金, to be given back on demand
        ADVANCE,
        PRICE,
        LOAN,
        PENALTY,
        LATE_FEE,
        COLLECTED_FOR_OTHERS,
        TRANSFER
    }
}
