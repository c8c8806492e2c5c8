package org.anchang.commission.plan;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.anchang.commission.CommissionRefusal;
import org.anchang.commission.EarnedWhen;
import org.anchang.commission.Payout;
import org.anchang.commission.Tariff;
import org.anchang.kit.Ids;
import org.anchang.kit.money.Money;

/// COM-3: one version of a project's plan. Published once, never altered; a newer one takes over from its date.
@Entity
class Plan {
    /// What a person publishes.
    record Terms(String project, LocalDate validFrom, EarnedWhen earnedWhen, Payout payout, List<PlanLine> lines) {}

    @Id
    private UUID id;

    private String project;
    private int planVersion;
    private LocalDate validFrom;

    @Enumerated(EnumType.STRING)
    private EarnedWhen earnedWhen;

    @Embedded
    private Payout payout;

    private String publishedBy;
    private Instant publishedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_line", joinColumns = @JoinColumn(name = "plan"))
    @OrderColumn(name = "position")
    private List<PlanLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Plan() {}

    /// @throws org.anchang.kit.problem.Refused PLAN_HAS_NO_LINES, PLAN_LINES_MEET_TWICE, PAYOUT_DOES_NOT_ADD_UP
    static Plan published(Terms terms, int version, String by, Instant at) {
        refuseIf(terms.lines().isEmpty(), CommissionRefusal.PLAN_HAS_NO_LINES);
        var places = new HashSet<List<Object>>();
        for (var line : terms.lines()) {
            var place = List.<Object>of(line.productType() == null ? "" : line.productType(), line.from());
            refuseUnless(places.add(place), CommissionRefusal.PLAN_LINES_MEET_TWICE);
        }
        refuseUnless(terms.payout().isWhole(), CommissionRefusal.PAYOUT_DOES_NOT_ADD_UP);
        var plan = new Plan();
        plan.id = Ids.next();
        plan.project = terms.project();
        plan.planVersion = version;
        plan.validFrom = terms.validFrom();
        plan.earnedWhen = terms.earnedWhen();
        plan.payout = terms.payout();
        plan.lines.addAll(terms.lines());
        plan.publishedBy = by;
        plan.publishedAt = at;
        return plan;
    }

    /// COM-3: a line of the deal's own product type goes before a general one, a higher tier before a lower one;
    /// a deal that no line is about earns nothing.
    Tariff tariffFor(String productType, Money total) {
        var rate = lines.stream()
                .filter(line -> line.covers(productType, total))
                .max(Comparator.<PlanLine, Boolean>comparing(line -> line.productType() != null)
                        .thenComparing(PlanLine::from))
                .map(PlanLine::rate)
                .orElse(BigDecimal.ZERO);
        return new Tariff(id, planVersion, rate, earnedWhen);
    }

    /// The same for a project from a date on.
    Terms terms(String ofProject, LocalDate from) {
        return new Terms(ofProject, from, earnedWhen, payout, List.copyOf(lines));
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    int planVersion() {
        return planVersion;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    EarnedWhen earnedWhen() {
        return earnedWhen;
    }

    Payout payout() {
        return payout;
    }

    List<PlanLine> lines() {
        return List.copyOf(lines);
    }

    String publishedBy() {
        return publishedBy;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
