package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The rules that services inherit find what they are for.
class ArchitectureRulesTest {
    private static final String ROOT = "org.anchang.test.faulty";
    private static final JavaClasses FAULTY = new ClassFileImporter().importPackages(ROOT);

    private final ArchitectureRules rules = new ArchitectureRules(ROOT, FAULTY) {};

    @Test
    @DisplayName("a default over an enum or a sealed type of ours is found, and so is a case that is left out")
    void openSwitches() {
        assertThat(new OpenSwitches("org.anchang.").in(FAULTY))
                .containsExactly("Painting.inLambda", "Painting.withDefault", "Painting.withoutTheLast");
        assertThatThrownBy(rules::everyCaseIsNamed).isInstanceOf(AssertionError.class);
    }

    @Test
    @DisplayName("refusals in another order than that of their enum are found, alternatives are none")
    void otherOrders() {
        assertThat(new OrderOfRefusals("org.anchang.kit.problem.Refusal").otherIn(FAULTY))
                .containsOnlyKeys("Drying.inLambda", "Drying.lateFirst", "Drying.throwsFirst");
        assertThatThrownBy(rules::refusalsKeepTheirOrder)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TOO_LATE before TOO_WET");
    }

    @Test
    @DisplayName("the id of a rule that is written as a text is found")
    void rulesAsTexts() {
        assertThatThrownBy(rules::rulesAreConstants)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("XYZ-99");
    }

    @Test
    @DisplayName("SEC-1 a repository that asks for its scope is found, an act may")
    void ownScope() {
        assertThatThrownBy(rules::repositoriesTakeTheScope)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Brushes")
                .hasMessageNotContaining("CleaningBrushes");
    }

    @Test
    @DisplayName("a resource with a database and rows read by hand are found")
    void byHand() {
        assertThatThrownBy(rules::resourcesCarryNothingOut)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("BrushResource");
        assertThatThrownBy(rules::rowsAreRecords)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("BrushResource");
    }
}
