package org.anchang.deal.answer;

import static org.anchang.deal.ADeal.NOW;
import static org.anchang.deal.ADeal.aDeal;
import static org.anchang.deal.ADeal.approved;
import static org.anchang.deal.ADeal.booked;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.deal.ADeal;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.deal.DealMove;
import org.anchang.deal.DealStage;
import org.anchang.deal.Ending;
import org.anchang.deal.Succession;
import org.anchang.deal.answer.Kept.Change;
import org.anchang.deal.answer.Kept.Filed;
import org.anchang.deal.answer.Kept.Form;
import org.anchang.kit.Action;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a front end may offer, held against what the rules allow.
class DealActionsRulesTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Form DRAFT = new Form(ID, ID, 1, "DRAFT", Money.of("1.00"), Money.ZERO, Money.of("1.00"));
    /// A form waits for signatures; nothing lies with the authority, nothing is owed.
    private static final AllKept FREE = new AllKept(DRAFT, null, null, null, Money.ZERO);

    private static final List<Offers> FEATURES = Features.all();

    private static final Set<String> REQUESTS = Set.of("request-rename", "request-discount", "request-layout-change");

    @Test
    @DisplayName("SWP-2 RFD-2 DEP-2 DEP-6 CON-6 each move is offered from the stages that allow it, and from no other")
    void movesAreOffered() {
        var moves = Arrays.stream(DealMove.values())
                .map(DealActionsRulesTest::actionFor)
                .toList();

        aDealAtEachStage().forEach((stage, deal) -> assertThat(names(deal, FREE))
                .as(stage.name())
                .filteredOn(moves::contains)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DealMove.values())
                        .filter(move -> move.isPossibleFrom(stage))
                        .map(DealActionsRulesTest::actionFor)
                        .distinct()
                        .toList()));
    }

    @Test
    @DisplayName("REN-1 DIS-1 LAY-1 a change is offered where its verb lets it pass, and from no other stage")
    void changesAreOffered() {
        aDealAtEachStage().forEach((stage, deal) -> assertThat(names(deal, FREE))
                .as(stage.name())
                .filteredOn(REQUESTS::contains)
                .containsExactlyInAnyOrderElementsOf(REQUESTS.stream()
                        .filter(request -> passes(() -> may(deal, request)))
                        .toList()));
    }

    @Test
    @DisplayName("CON-1 REN-1 buyers can be checked until filing, also while a change waits; who asked may withdraw it")
    void whileAChangeWaits() {
        var deal = aDeal().contracted().build();
        assertThat(names(deal, FREE)).contains("check-buyer");
        var request = UUID.randomUUID();
        var approval = UUID.randomUUID();
        deal.openChange(request, ChangeKind.RENAME);
        var waiting = new AllKept(null, null, new Change(deal.id(), "li.na", approval), null, Money.ZERO);

        var offered = DealActions.possible(FEATURES, deal, waiting, person("li.na"));

        assertThat(offered).extracting(Action::name).containsExactly("check-buyer", "withdraw-change");
        assertThat(offered.getLast().href()).isEqualTo("/api/v1/approvals/" + approval + "/withdraw");
        assertThat(offered.getLast().yours()).isTrue();
        assertThat(DealActions.possible(FEATURES, deal, waiting, person("wang.wei"))
                        .getLast()
                        .yours())
                .isFalse();
        assertThat(names(aDeal().filed().build(), FREE)).doesNotContain("check-buyer");
    }

    @Test
    @DisplayName("CON-6 RFD-2 what lies with the authority is answered or cancelled, before anything is given back")
    void withTheAuthority() {
        var filed = new AllKept(null, null, null, new Filed(ID), Money.ZERO);

        assertThat(names(aDeal().contracted().build(), filed))
                .contains("record-acceptance", "record-return")
                .doesNotContain("submit-filing", "request-refund");
        assertThat(names(aDeal().filed().build(), filed))
                .contains("cancel-filing")
                .doesNotContain("request-refund");
    }

    @Test
    @DisplayName(
            "RFD-2 DEP-3 DEP-6 a payout where money is owed, deposit where the form wants more, no form over a signed one")
    void onlyWhatIsThere() {
        var refunded = aDealAtEachStage().get(DealStage.REFUNDED);
        var owed = new AllKept(null, null, null, null, Money.of("0.01"));
        assertThat(names(refunded, owed)).containsExactly("pay-out-refund");
        assertThat(names(refunded, FREE)).isEmpty();

        var lacking = aDeal().subscribed().agreed("50000.01").build();
        assertThat(names(lacking, FREE)).contains("take-deposit");

        var signed = new AllKept(
                new Form(ID, ID, 1, "SIGNED", Money.of("1.00"), Money.ZERO, Money.of("1.00")),
                null,
                null,
                null,
                Money.ZERO);
        assertThat(names(lacking, signed)).doesNotContain("draw-order-form").contains("request-void");
    }

    private static String actionFor(DealMove move) {
        return switch (move) {
            case RESERVE, SUBSCRIBE -> "take-deposit";
            case SIGN -> "sign-contract";
            case FILE -> "submit-filing";
            case VOID -> "request-void";
            case SWAP -> "request-swap";
            case REFUND -> "request-refund";
            case LAPSE -> "lapse";
        };
    }

    private static void may(Deal deal, String request) {
        switch (request) {
            case "request-rename" -> deal.mayChange(ChangeKind.RENAME);
            case "request-discount" -> deal.mayChange(ChangeKind.DISCOUNT);
            default -> deal.mayChange(ChangeKind.LAYOUT_CHANGE);
        }
    }

    private static boolean passes(Runnable verb) {
        try {
            verb.run();
            return true;
        } catch (org.anchang.kit.problem.Refused e) {
            return false;
        }
    }

    private static List<String> names(Deal deal, AllKept papers) {
        return DealActions.possible(FEATURES, deal, papers, person("li.na")).stream()
                .map(Action::name)
                .toList();
    }

    static Map<DealStage, Deal> aDealAtEachStage() {
        var deals = new EnumMap<DealStage, Deal>(DealStage.class);
        Arrays.stream(DealStage.values()).forEach(stage -> deals.put(stage, at(stage)));
        return deals;
    }

    private static Deal at(DealStage stage) {
        return switch (stage) {
            case QUEUED -> aDeal().confirmed().build();
            case RESERVED -> aDeal().reserved().build();
            case SUBSCRIBED -> aDeal().subscribed().agreed().build();
            case CONTRACTED -> aDeal().contracted().build();
            case FILED -> aDeal().filed().build();
            case VOIDED -> {
                var deal = aDeal().reserved().build();
                deal.ending().voidFor("wrong unit", approved(), booked("5000.00"), NOW);
                yield deal;
            }
            case REFUNDED -> {
                var deal = aDeal().reserved().build();
                deal.ending()
                        .refund(
                                new Ending.Settlement("LOAN_REFUSED", Money.of("5000.00"), Money.ZERO, ADeal.TODAY),
                                approved(),
                                booked("5000.00"),
                                NOW);
                yield deal;
            }
            case SWAPPED -> {
                var deal = aDeal().reserved().build();
                var next = aDeal().held();
                var successor = new Succession(UUID.randomUUID(), "T000002", next, Money.of("1.00"));
                Succession.end(deal, successor.of(deal, approved(), NOW), approved(), booked("5000.00"), NOW);
                yield deal;
            }
            case LAPSED -> {
                var deal = aDeal().build();
                deal.returnTicket("HOLD_EXPIRED", NOW);
                yield deal;
            }
        };
    }

    private static Offered.Person person(String name) {
        return new Offered.Person() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean holds(String... roles) {
                return true;
            }
        };
    }
}
