package org.anchang.deal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.anchang.test.ArchitectureRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.anchang.deal");
    }

    @Test
    @DisplayName("evidence is made in one place: of units by inventory, of money by money")
    void evidenceIsMadeInOnePlace() {
        var service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.anchang.deal");
        for (var evidence : new Class<?>[] {HeldUnit.class, ClaimedUnit.class, CertifiedUnits.class}) {
            onlyMadeIn("org.anchang.deal.inventory..", evidence).check(service);
        }
        onlyMadeIn("org.anchang.deal.money..", Booked.class).check(service);
    }

    @Test
    @DisplayName("the deal knows none of its features")
    void rootKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("org.anchang.deal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.anchang.deal.*..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.anchang.deal"));
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
