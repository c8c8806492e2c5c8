package org.anchang.commission.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.commission.Commission;
import org.anchang.commission.CommissionSetting;
import org.anchang.commission.Portion;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.people.People;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;

/// Whose commission it is, by what customer-service told and what the first consultant agreed to.
@ApplicationScoped
public class Attribution {
    private static final String IS_CONTESTED =
            "SELECT EXISTS (SELECT 1 FROM ownership_dispute WHERE customer = ANY (:records) AND decided_at IS NULL)";

    @Inject
    EntityManager database;

    @Inject
    Database statements;

    @Inject
    People people;

    @Inject
    Settings settings;

    /// COM-1: whose the customer was first, and the record that stands for them (CUS-3).
    public record First(UUID customer, String consultant) {}

    /// COM-1: empty while nothing is known of the customer.
    public Optional<First> firstOf(UUID customer) {
        return earliest(customer).map(first -> new First(people.standing(customer), first.consultant()));
    }

    /// CUS-3: of the record with which the office came to know the customer.
    Optional<FirstConsultant> earliest(UUID customer) {
        return database.createQuery(
                        "from FirstConsultant where customer in ?1 order by registeredAt, customer",
                        FirstConsultant.class)
                .setParameter(1, people.records(customer))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /// REC-6, COM-5: whether it is not settled whose the customer is.
    public boolean isContested(UUID customer) {
        return statements
                .sql(IS_CONTESTED)
                .with("records", people.records(customer))
                .one(Boolean.class);
    }

    /// COM-2: the parts by the rule, changed by agreements.
    public List<Portion> portionsOf(Commission commission) {
        var substitutePercent = settings.percent(
                commission.project(), CommissionSetting.SUBSTITUTE_PERCENT, OfficeClock.dateOf(commission.dealtAt()));
        return Portions.divided(
                commission.firstConsultant(),
                new Portions.Rule(
                        substitutePercent,
                        substitutions(commission.customer(), commission.dealtAt()),
                        agreements(commission)));
    }

    /// Whether this person received the customer as a substitute before the deal.
    boolean received(String person, Commission commission) {
        return substitutions(commission.customer(), commission.dealtAt()).stream()
                .anyMatch(substitution -> substitution.substitute().equals(person));
    }

    /// Visits after the deal had no part in it.
    private List<Substitution> substitutions(UUID customer, Instant until) {
        return database.createQuery(
                        "from Substitution where customer in ?1 and receivedAt <= ?2 order by receivedAt, visit",
                        Substitution.class)
                .setParameter(1, people.records(customer))
                .setParameter(2, until)
                .getResultList();
    }

    /// Only the first consultant's word counts: one that was given by somebody else, who was taken for the
    /// first before two records of the customer were merged, does not.
    private LinkedHashMap<String, BigDecimal> agreements(Commission commission) {
        var latest = new LinkedHashMap<String, BigDecimal>();
        database.createQuery(
                        "from Agreement where commission = ?1 and agreedBy = ?2 order by agreedAt, id", Agreement.class)
                .setParameter(1, commission.id())
                .setParameter(2, commission.firstConsultant())
                .getResultStream()
                .forEach(agreement -> latest.put(agreement.substitute(), agreement.percent()));
        return latest;
    }
}
