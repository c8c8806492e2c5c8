package org.anchang.deal.receipt;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.anchang.deal.DealRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// DEP-5, INV-17: a bank's slip stands for money that came in once. The same slip on the same account of a
/// project, however it is written, is taken a second time for a reason only, e.g. where one transfer paid
/// for two deals; the reason stays on the receipt. A voided receipt lets go of its slip. The database
/// guards it too: `receipt_slip`.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Slips {
    /// Where nobody wrote the account down, it may be the same.
    private static final String USED = """
            SELECT number FROM receipt
            WHERE project = :project AND name_key(slip) = name_key(:slip) AND method = 'BANK_TRANSFER' AND state <> 'VOIDED'
              AND (account_key(account_number) = account_key(:account)
                   OR '' IN (account_key(account_number), account_key(:account)))
            ORDER BY serial LIMIT 1""";

    @Inject
    Database database;

    /// @return the reason, where one is needed
    /// @throws org.anchang.kit.problem.Refused SLIP_NUMBER_MISSING; SLIP_USED_ALREADY where it was and no reason is
    /// said
    public @Nullable String mayBeUsed(String project, Method method) {
        if (!(method instanceof Method.BankTransfer transfer)) {
            return null;
        }
        transfer.mustBeTraceable();
        var used = database.sql(USED)
                .with("project", project)
                .with("slip", transfer.slip())
                .with("account", transfer.accountNumber())
                .row(String.class);
        if (used.isEmpty()) {
            return null;
        }
        if (transfer.sameSlipBecause() == null) {
            throw refuse(DealRefusal.SLIP_USED_ALREADY).with("receipt", used.get());
        }
        return transfer.sameSlipBecause();
    }
}
