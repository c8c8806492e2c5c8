package org.anchang.approval.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.approval.Form;
import org.anchang.kit.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CourseRulesTest {
    @ParameterizedTest
    @EnumSource(Form.class)
    @DisplayName("APR-1, APR-7 every default chain can be followed, and keeps who answers for the form")
    void defaults(Form form) {
        var text = new Chain.Text(DefaultCourses.of(form), LocalDate.EPOCH, "-");
        var hand = new Chain.Hand("li.na", Instant.EPOCH);

        assertThatCode(() -> Chain.written(new Chain.Subject("luoyang", form), 2, text, hand))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("APR-1 a step has one place for any one, and a place for each person where all must sign")
    void places() {
        var anyOne = named("directors", null, "li.na", "wang.wei");
        var all = named("directors", Step.SignedBy.ALL, "li.na", "wang.wei");

        assertThat(anyOne.places()).extracting(Step.Place::key).containsExactly("directors");
        assertThat(anyOne.places().getFirst().signers()).containsExactly("person:li.na", "person:wang.wei");
        assertThat(all.places()).extracting(Step.Place::key).containsExactly("directors.1", "directors.2");
        assertThat(all.places().getLast().signers()).containsExactly("person:wang.wei");
        assertThat(Step.of("finance").places().getFirst().signers()).containsExactly("role:finance");
        assertThat(Step.statement("consultant-statement").places()).isEmpty();
    }

    @Test
    @DisplayName("APR-3 a chain that could end without a signature is not written")
    void noCertainSignature() {
        assertRefused(ApprovalRefusal.CHAIN_HAS_NO_CERTAIN_SIGNATURE, role("finance", "finance", "amount > 2"));
        assertRefused(ApprovalRefusal.CHAIN_HAS_NO_CERTAIN_SIGNATURE, Step.statement("statement"));
        assertThatCode(() -> Course.of(role("finance", "finance", "amount > 2"), Step.of("general-manager"))
                        .check())
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("APR-1 a chain that cannot be followed is not written")
    void cannotBeFollowed() {
        assertRefused(ApprovalRefusal.STEP_KEY_NOT_UNIQUE, Step.of("finance"), Step.of("finance"));
        assertRefused(ApprovalRefusal.STEP_NEEDS_SIGNERS, role("nobody", null, null));
        assertRefused(ApprovalRefusal.SIGNER_NAMED_TWICE, named("twice", null, "li.na", "li.na"));
        assertRefused(ApprovalRefusal.ROLE_UNKNOWN, Step.of("emperor"));
        assertRefused(
                ApprovalRefusal.ALL_MUST_BE_NAMED,
                new Step("finance", null, "finance", null, Step.SignedBy.ALL, null, null, null));
        assertRefused(ApprovalRefusal.CONDITION_NOT_UNDERSTOOD, role("finance", "finance", "whenever"));
        assertRefused(ApprovalRefusal.STATEMENT_STANDS_ALONE, Step.of("finance"), Step.statement("statement"));
    }

    private static Step role(String key, @Nullable String role, @Nullable String when) {
        return new Step(key, null, role, null, null, when, null, null);
    }

    private static Step named(String key, Step.@Nullable SignedBy signs, String... persons) {
        return new Step(key, null, null, List.of(persons), signs, null, null, null);
    }

    private static void assertRefused(ApprovalRefusal refusal, Step... steps) {
        assertThatThrownBy(() -> Course.of(steps).check())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
