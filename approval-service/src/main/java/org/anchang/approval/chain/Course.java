package org.anchang.approval.chain;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.kit.identity.Role;

/// The way of a form through its signatures: stage after stage, the steps of one stage side by side.
public record Course(@NotEmpty @Size(max = 20) List<@NotNull @Valid Stage> stages) {
    private static final Set<String> ROLES = Set.of(
            Role.CONSULTANT,
            Role.SITE_MANAGER,
            Role.SALES_SUPERVISOR,
            Role.SALES_MANAGER,
            Role.SALES_STATISTICIAN,
            Role.FINANCE,
            Role.GENERAL_MANAGER,
            Role.ENGINEERING,
            Role.COST_AUDITOR);

    /// Steps that are open at the same time.
    public record Stage(@NotEmpty @Size(max = 10) List<@NotNull @Valid Step> steps) {
        @JsonIgnore
        boolean isStatement() {
            return steps.getFirst().isStatement();
        }
    }

    static Course of(Step... oneAfterTheOther) {
        return new Course(Stream.of(oneAfterTheOther)
                .map(step -> new Stage(List.of(step)))
                .toList());
    }

    public List<Step> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
    }

    /// The applicant's own statement, if the chain begins with one.
    public List<Step> statements() {
        return steps().stream().filter(Step::isStatement).toList();
    }

    /// @param key of a place of one of the steps
    public Step.Place place(String key) {
        return steps().stream()
                .flatMap(step -> step.places().stream())
                .filter(place -> place.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no place " + key));
    }

    /// A chain that could not be followed, or that could end without any signature, is not written.
    ///
    /// @throws org.anchang.kit.problem.Refused STEP_KEY_NOT_UNIQUE, STATEMENT_STANDS_ALONE, STEP_NEEDS_SIGNERS,
    ///     CHAIN_NAMES_ADMINISTRATORS, ROLE_UNKNOWN, ALL_MUST_BE_NAMED, CONDITION_NOT_UNDERSTOOD,
    ///     CHAIN_HAS_NO_CERTAIN_SIGNATURE
    void check() {
        var keys = new HashSet<String>();
        for (var step : steps()) {
            refuseStep(!keys.add(step.key()), ApprovalRefusal.STEP_KEY_NOT_UNIQUE, step);
            if (step.isStatement()) {
                checkStatement(step);
            } else {
                checkSignature(step);
            }
        }
        refuseUnless(
                steps().stream().anyMatch(step -> !step.isStatement() && step.when() == null),
                ApprovalRefusal.CHAIN_HAS_NO_CERTAIN_SIGNATURE);
    }

    /// Whether a step asks for this person by name.
    boolean names(String person) {
        return steps().stream().anyMatch(step -> step.named().contains(person));
    }

    private void checkStatement(Step step) {
        var alone = stages.getFirst().steps().equals(List.of(step));
        var plain = step.role() == null
                && step.named().isEmpty()
                && step.when() == null
                && step.added().isEmpty();
        refuseStep(!alone || !plain, ApprovalRefusal.STATEMENT_STANDS_ALONE, step);
    }

    private static void checkSignature(Step step) {
        refuseStep((step.role() == null) == step.named().isEmpty(), ApprovalRefusal.STEP_NEEDS_SIGNERS, step);
        refuseStep(new HashSet<>(step.named()).size() < step.named().size(), ApprovalRefusal.SIGNER_NAMED_TWICE, step);
        refuseStep(Role.ADMINISTRATOR.equals(step.role()), ApprovalRefusal.CHAIN_NAMES_ADMINISTRATORS, step);
        if (step.role() != null && !ROLES.contains(step.role())) {
            throw refuse(ApprovalRefusal.ROLE_UNKNOWN)
                    .with("role", step.role())
                    .with("roles", ROLES.stream().sorted().toList());
        }
        // Who holds a role is known to the identity provider only, so nobody could tell when all have signed.
        refuseStep(
                step.signs() == Step.SignedBy.ALL && step.named().isEmpty(), ApprovalRefusal.ALL_MUST_BE_NAMED, step);
        if (step.when() != null) {
            Condition.read(step.when());
        }
    }

    private static void refuseStep(boolean broken, ApprovalRefusal refusal, Step step) {
        if (broken) {
            throw refuse(refusal).with("step", step.key());
        }
    }
}
