package org.anchang.approval.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.approval.Form;
import org.anchang.approval.Office;
import org.anchang.events.ApprovalEvent;
import org.anchang.events.ApprovalEvent.ApprovalOpened;
import org.anchang.events.ApprovalEvent.ApprovalStepSigned;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.anchang.test.Overheard.Said;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// All in one project: its chains are made into processes once.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefaultChainsProcessTest {
    /// The table of the rule book, drawn a second time: stages from left to right, side by side with `+`.
    private static final String RULE_BOOK = """
            DISCOUNT      | sales-manager general-manager finance
            SWAP          | site-manager sales-manager general-manager finance
            RENAME        | sales-manager general-manager finance
            REFUND        | sales-statistician sales-manager general-manager finance
            LAYOUT_CHANGE | finance+sales-manager+engineering cost-auditor general-manager
            VOID          | site-manager""";
    private static final Map<String, String> FIELDS = Map.of("reason", "家庭原因", "statement", "客户已搬往外地");

    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Form.class)
    @DisplayName("APR-5 APR-1 each default chain is followed in its order and ends in the form's own event")
    void approvedToTheEnd(Form form) {
        var asked = office.request(form, FIELDS);
        var id = office.opened(asked).getString("id");

        for (var stage : stages(form)) {
            assertThat(office.openSteps(id)).containsExactlyInAnyOrderElementsOf(stage);
            stage.forEach(step -> office.approved(id, step));
        }

        var approval = office.approval(id);
        assertThat(approval.getString("state")).isEqualTo("APPROVED");
        assertThat(approval.getList("tasks")).isEmpty();
        assertThat(approval.getList("steps.progress")).containsOnly("SIGNED");
        try (var heard = new Overheard(ApprovalEvent.TOPIC)) {
            var approved = heard.await(UUID.fromString(id), outcome(form, "Approved"));
            assertThat(((ApprovalEvent.Approved) approved).request()).isEqualTo(asked.request());
            assertThat(((ApprovalEvent.Approved) approved).fields()).isEqualTo(given(form));
            var told = heard.of(UUID.fromString(id));
            assertThat(told.stream().map(Said::type).toList()).isEqualTo(expectedEvents(form, signatures(form)));
            assertThat(told.stream().map(Said::sequence).toList())
                    .isEqualTo(Stream.iterate(1L, n -> n + 1).limit(told.size()).toList());
            assertThat(told.toString()).doesNotContain("同意").doesNotContain("客户已搬往外地");
        }
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everyStep")
    @DisplayName("APR-2 APR-5 a refusal at any step ends the approval; its reason stays here")
    void refusedAt(Form form, String step) {
        var asked = office.request(form, FIELDS);
        var id = office.opened(asked).getString("id");
        for (var stage : stages(form)) {
            if (stage.contains(step)) {
                break;
            }
            stage.forEach(earlier -> office.approved(id, earlier));
        }

        var refused = office.refuse(office.the(step), office.task(id, step));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(200);
        var approval = office.approval(id);
        assertThat(approval.getString("state")).isEqualTo("REFUSED");
        assertThat(approval.getList("tasks")).isEmpty();
        assertThat(approval.getString("history[-1].opinion")).isEqualTo("不同意");
        assertThat(approval.getString("steps.find { it.step == '" + step + "' }.progress"))
                .isEqualTo("REFUSED");
        try (var heard = new Overheard(ApprovalEvent.TOPIC)) {
            var told = heard.await(UUID.fromString(id), outcome(form, "Refused"));
            assertThat(((ApprovalEvent.Declined) told).request()).isEqualTo(asked.request());
            assertThat(heard.of(UUID.fromString(id)).toString()).doesNotContain("不同意");
        }
    }

    static Stream<Arguments> everyStep() {
        return Arrays.stream(Form.values())
                .flatMap(form -> stages(form).stream().flatMap(List::stream).map(step -> Arguments.of(form, step)));
    }

    private static List<List<String>> stages(Form form) {
        var line = RULE_BOOK
                .lines()
                .filter(row -> row.startsWith(form.name() + " "))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.substring(line.indexOf('|') + 1).strip().split(" "))
                .map(stage -> List.of(stage.split("\\+")))
                .toList();
    }

    private static long signatures(Form form) {
        // RFD-1: the consultant's statement stands first.
        return stages(form).stream().mapToLong(List::size).sum() + (form == Form.REFUND ? 1 : 0);
    }

    private static List<String> expectedEvents(Form form, long signatures) {
        return Stream.of(
                        Stream.of(ApprovalOpened.class.getSimpleName()),
                        Stream.generate(ApprovalStepSigned.class::getSimpleName).limit(signatures),
                        Stream.of(outcome(form, "Approved").getSimpleName()))
                .flatMap(events -> events)
                .toList();
    }

    private static Map<String, String> given(Form form) {
        return switch (form) {
            case REFUND -> Map.of("payoutOn", Office.payoutOn());
            case LAYOUT_CHANGE -> Map.of("cost", "12000.00");
            case DISCOUNT, SWAP, RENAME, VOID -> Map.of();
        };
    }

    private static Class<? extends ApprovalEvent> outcome(Form form, String how) {
        var words = Arrays.stream(form.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                .toList();
        var name = String.join("", words) + how;
        return Arrays.stream(ApprovalEvent.class.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow()
                .asSubclass(ApprovalEvent.class);
    }
}
