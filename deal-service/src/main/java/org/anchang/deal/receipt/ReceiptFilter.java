package org.anchang.deal.receipt;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.deal.receipt.Receipt.ReceiptKind;
import org.anchang.deal.receipt.Receipt.ReceiptState;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Conditions;
import org.jspecify.annotations.Nullable;

/// What a list of receipts is asked for; a `@BeanParam`. Anything may be left out.
public class ReceiptFilter {
    /// However it is written, in whatever stands on a receipt to find it by.
    private static final String WRITTEN = """
            strpos(concat_ws(' ', name_key(r.number), name_key(r.slip), name_key(r.account_number), name_key(d.home),
                             name_key(d.ticket), name_key(d.buyers)), :text) > 0""";

    @QueryParam("project")
    @Nullable
    String project;

    @QueryParam("deal")
    @Nullable
    UUID deal;

    @QueryParam("text")
    @Size(max = 100)
    @Nullable
    String text;

    @QueryParam("kind")
    @Nullable
    ReceiptKind kind;

    @QueryParam("state")
    @Nullable
    ReceiptState state;

    @QueryParam("method")
    Method.@Nullable Type method;

    @QueryParam("issuedFrom")
    @Nullable
    LocalDate issuedFrom;

    @QueryParam("issuedUntil")
    @Nullable
    LocalDate issuedUntil;

    @QueryParam("newest")
    boolean newest;

    /// On the tables `r` of receipts and `d` of deals.
    Conditions on(Conditions visible) {
        return visible.and("r.project = :project", project)
                .and("r.deal = :deal", deal)
                .and("r.kind = :kind", kind)
                .and("r.state = :state", state)
                .and("r.method = :method", method)
                .and("r.issued_at >= :issuedFrom", issuedFrom == null ? null : beginning(issuedFrom))
                .and("r.issued_at < :issuedBefore", issuedUntil == null ? null : beginning(issuedUntil.plusDays(1)))
                .and(WRITTEN, text == null || Names.isUnseen(text) ? null : Names.key(text));
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(OfficeClock.OFFICE_ZONE).toInstant();
    }
}
