package org.anchang.commission.attribution;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.commission.Claim;
import org.anchang.commission.Commission;
import org.anchang.commission.CommissionRefusal;
import org.anchang.commission.CommissionSetting;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.people.People;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;

/// Whose commission it is, by what customer-service told and what the first consultant agreed to.
@ApplicationScoped
public class Attribution {
    private static final String IS_CONTESTED =
            "SELECT EXISTS (SELECT 1 FROM ownership_dispute WHERE customer = ANY (:records) AND decided_at IS NULL)";
    private static final String STRANGERS = """
            SELECT person FROM unnest(CAST(:persons AS text[])) AS named (person)
            WHERE NOT has_customers(:project, person)
              AND NOT EXISTS (SELECT 1 FROM first_consultant WHERE project = :project AND consultant = person)""";
    private static final String FIRST = """
            SELECT customer, project, consultant, registered_at FROM first_consultant
            WHERE customer = ANY (:records) ORDER BY registered_at, customer LIMIT 1""";
    /// Visits after the deal had no part in it.
    private static final String SUBSTITUTIONS = """
            SELECT visit, customer, substitute, reason, received_at FROM substitution
            WHERE customer = ANY (:records) AND received_at <= :until ORDER BY received_at, visit""";
    /// Only the first consultant's word counts: one that was given by somebody else, who was taken for the first before
    /// two records of the customer were merged, does not.
    private static final String AGREEMENTS = """
            SELECT substitute, percent FROM agreement WHERE commission = :commission AND agreed_by = :first
            ORDER BY agreed_at, id""";

    private record AgreedPart(String substitute, BigDecimal percent) {}

    @Inject
    Database database;

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
        return database.sql(FIRST).with("records", people.records(customer)).row(FirstConsultant.class);
    }

    /// REC-6, COM-5: whether it is not settled whose the customer is.
    public boolean isContested(UUID customer) {
        return database.sql(IS_CONTESTED)
                .with("records", people.records(customer))
                .one(Boolean.class);
    }

    /// COM-7: a part is somebody's who is known as a consultant of the project.
    ///
    /// @throws org.anchang.kit.problem.Refused CONSULTANT_IS_NOT_KNOWN
    public void mustKnow(Commission commission, Collection<String> persons) {
        database
                .sql(STRANGERS)
                .with("project", commission.project())
                .with("persons", persons)
                .rows(String.class)
                .stream()
                .filter(stranger -> !commission.isParty(stranger))
                .findFirst()
                .ifPresent(stranger -> {
                    throw refuse(CommissionRefusal.CONSULTANT_IS_NOT_KNOWN).with("consultant", stranger);
                });
    }

    /// COM-2: the parts by the rule, changed by agreements.
    public List<Claim> claimsOf(Commission commission) {
        var substitutePercent = settings.percent(
                commission.project(), CommissionSetting.SUBSTITUTE_PERCENT, OfficeClock.dateOf(commission.dealtAt()));
        return Claims.divided(
                commission.firstConsultant(),
                new Claims.Rule(
                        substitutePercent,
                        substitutions(commission.customer(), commission.dealtAt()),
                        agreements(commission)));
    }

    /// Whether this person received the customer as a substitute before the deal.
    boolean received(String person, Commission commission) {
        return substitutions(commission.customer(), commission.dealtAt()).stream()
                .anyMatch(substitution -> substitution.substitute().equals(person));
    }

    private List<Substitution> substitutions(UUID customer, Instant until) {
        return database.sql(SUBSTITUTIONS)
                .with("records", people.records(customer))
                .with("until", until)
                .rows(Substitution.class);
    }

    /// The latest with each.
    private LinkedHashMap<String, BigDecimal> agreements(Commission commission) {
        var latest = new LinkedHashMap<String, BigDecimal>();
        database.sql(AGREEMENTS)
                .with("commission", commission.id())
                .with("first", commission.firstConsultant())
                .rows(AgreedPart.class)
                .forEach(agreed -> latest.put(agreed.substitute(), agreed.percent()));
        return latest;
    }
}
