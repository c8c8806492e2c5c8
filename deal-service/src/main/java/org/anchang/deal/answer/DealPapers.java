package org.anchang.deal.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.kit.money.Money;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/// What the features keep about deals, as far as an answer shows it: one statement, however many deals are shown.
@ApplicationScoped
class DealPapers {
    /// The order form that counts or waits for signatures; after signing, the one that was taken back.
    record Form(UUID id, int number, String state, Money unitPrice, Money discount, Money total) {
        boolean isSigned() {
            return state.equals("SIGNED");
        }
    }

    /// The contract that counts.
    record Contract(UUID id, String number, String scheme, LocalDate signedOn, LocalDate fileBy) {}

    /// The change that waits for signatures, and the approval that collects them, once it is known.
    record Change(
            UUID request,
            String form,
            String applicant,
            @Nullable UUID approval) {}

    /// @param filing  state of the filing that lies with the authority or stands in its register
    /// @param payable what is owed back and not paid out yet
    record Standing(
            @Nullable Form form,
            @Nullable Contract contract,
            @Nullable Change change,
            @Nullable String filing,
            Money payable) {
        static final Standing NOTHING = new Standing(null, null, null, null, Money.ZERO);

        boolean isFree() {
            return filing == null;
        }
    }

    private static final String PAPERS = """
            SELECT d.id, f.id AS form, f.number AS form_number, f.state AS form_state, f.unit_price, f.discount, f.total,
                   c.id AS contract, c.number AS contract_number, c.scheme, c.signed_on, c.file_by,
                   r.id AS request, r.form AS request_form, r.applicant, r.approval,
                   (SELECT g.state FROM filing g WHERE g.deal = d.id AND g.state IN ('SUBMITTED', 'ACCEPTED')) AS filing,
                   CASE WHEN d.stage IN ('LAPSED', 'VOIDED', 'REFUNDED') THEN
                       (SELECT sum(p.credit - p.debit) FROM posting p WHERE p.deal = d.id AND p.account = 'REFUNDS_PAYABLE')
                   END AS payable
            FROM deal d
            LEFT JOIN LATERAL (SELECT * FROM order_form o WHERE o.deal = d.id AND o.state <> 'VOIDED'
                               ORDER BY o.number DESC LIMIT 1) f ON true
            LEFT JOIN contract c ON c.deal = d.id AND c.ended_at IS NULL
            LEFT JOIN change_request r ON r.id = d.open_change
            WHERE d.id IN (:deals)""";

    @Inject
    Session database;

    /// By deal; each of the deals has an entry.
    Map<UUID, Standing> of(Collection<Deal> deals) {
        var found = new HashMap<UUID, Standing>();
        if (deals.isEmpty()) {
            return found;
        }
        database.flush();
        asked(deals).getResultList().forEach(row -> found.put((UUID) row[0], standing(row)));
        return found;
    }

    private NativeQuery<Object[]> asked(Collection<Deal> deals) {
        return database.createNativeQuery(PAPERS, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("form", UUID.class)
                .addScalar("form_number", Integer.class)
                .addScalar("form_state", String.class)
                .addScalar("unit_price", BigDecimal.class)
                .addScalar("discount", BigDecimal.class)
                .addScalar("total", BigDecimal.class)
                .addScalar("contract", UUID.class)
                .addScalar("contract_number", String.class)
                .addScalar("scheme", String.class)
                .addScalar("signed_on", LocalDate.class)
                .addScalar("file_by", LocalDate.class)
                .addScalar("request", UUID.class)
                .addScalar("request_form", String.class)
                .addScalar("applicant", String.class)
                .addScalar("approval", UUID.class)
                .addScalar("filing", String.class)
                .addScalar("payable", BigDecimal.class)
                .setParameterList("deals", ids(deals));
    }

    private static List<UUID> ids(Collection<Deal> deals) {
        return deals.stream().map(Deal::id).toList();
    }

    private static Standing standing(Object[] row) {
        return new Standing(
                row[1] == null
                        ? null
                        : new Form(
                                (UUID) row[1],
                                (Integer) row[2],
                                (String) row[3],
                                money(row[4]),
                                money(row[5]),
                                money(row[6])),
                row[7] == null
                        ? null
                        : new Contract((UUID) row[7], (String) row[8], (String) row[9], (LocalDate) row[10], (LocalDate)
                                row[11]),
                row[12] == null ? null : new Change((UUID) row[12], (String) row[13], (String) row[14], (UUID) row[15]),
                (String) row[16],
                row[17] == null ? Money.ZERO : money(row[17]));
    }

    private static Money money(Object column) {
        return new Money((BigDecimal) column);
    }
}
