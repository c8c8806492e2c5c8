package org.anchang.deal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Map;
import org.anchang.deal.evidence.AgreedTerms;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.evidence.Booked;
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.deal.evidence.ClaimedUnit;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.test.ArchitectureRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.anchang.deal");
    }

    @Override
    protected Map<String, String> openTransactions() {
        return Map.of(
                "FloorTries", "INV-12 a try is kept although its command is refused, before that lets go of the deal");
    }

    @Test
    @DisplayName(
            "evidence is made in one place: of units by inventory, of money by money, of signatures by their readers")
    void evidenceIsMadeInOnePlace() {
        for (var evidence : new Class<?>[] {HeldUnit.class, ClaimedUnit.class, CertifiedUnits.class}) {
            onlyMadeIn("org.anchang.deal.inventory..", evidence).check(service);
        }
        onlyMadeIn("org.anchang.deal.money..", Booked.class).check(service);
        onlyMadeIn("org.anchang.deal.deposit..", AgreedTerms.class).check(service);
        onlyMadeIn("org.anchang.deal.neighbour..", Approved.class).check(service);
    }

    @Test
    @DisplayName("the deal knows none of its features, only the evidence that its verbs demand")
    void rootKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("org.anchang.deal")
                .should()
                .dependOnClassesThat(resideInAPackage("org.anchang.deal.*..")
                        .and(resideOutsideOfPackage("org.anchang.deal.evidence")))
                .check(service);
    }

    private static com.tngtech.archunit.lang.ArchRule onlyMadeIn(String place, Class<?> evidence) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .and()
                .areNotAssignableTo(evidence)
                .should()
                .callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo(evidence))));
    }
}
