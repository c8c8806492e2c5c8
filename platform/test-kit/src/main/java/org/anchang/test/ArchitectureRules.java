package org.anchang.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What holds for the structure of every service; a service's `ArchitectureTest` extends it and names its package.
public abstract class ArchitectureRules {
    private final String root;
    private final JavaClasses service;

    /// @param root the service's package, e.g. `org.anchang.deal`
    protected ArchitectureRules(String root) {
        this.root = root;
        this.service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    @Test
    @DisplayName("a service knows no other service, only the kit and the events")
    void knowsNoOtherService() {
        noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("another service") {
                    @Override
                    public boolean test(JavaClass type) {
                        var name = type.getPackageName();
                        return name.startsWith("org.anchang.")
                                && !name.startsWith(root)
                                && !name.startsWith("org.anchang.kit")
                                && !name.startsWith("org.anchang.events");
                    }
                })
                .check(service);
    }

    @Test
    @DisplayName("features have no cycles")
    void featuresHaveNoCycles() {
        slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(service);
    }

    @Test
    @DisplayName("entities know neither REST nor Kafka nor injection")
    void entitiesAreFreeOfFrameworks() {
        noClasses()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.apache.kafka..", "jakarta.inject..", "io.quarkus..")
                .allowEmptyShould(true)
                .check(service);
    }

    @Test
    @DisplayName("names are words of the sales office")
    void namesAreWordsOfTheOffice() {
        classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areTopLevelClasses()
                .should()
                .haveNameNotMatching(
                        ".*(Service|Manager|Impl|Dto|DTO|VO|Util|Utils|Helper|Mapper)|.*\\.(Abstract|Base).*")
                .check(service);
    }

    @Test
    @DisplayName("packages are features, two levels at most, fifteen types a package")
    void packagesAreSmallFeatures() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        root + "..util..", root + "..common..", root + "..impl..", root + "..dto..", root + ".*.*..")
                .allowEmptyShould(true)
                .check(service);
    }
}
