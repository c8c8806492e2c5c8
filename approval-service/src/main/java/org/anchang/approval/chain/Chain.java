package org.anchang.approval.chain;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.anchang.approval.Approval.KeptChain;
import org.anchang.approval.ApprovalRefusal;
import org.anchang.approval.Form;
import org.anchang.kit.Ids;
import org.anchang.kit.identity.Role;
import org.anchang.kit.sql.Json;

/// APR-1: one version of a project's chain for a form. Written once, never altered: a running approval keeps it.
public record Chain(
        UUID id,
        String project,
        Form form,
        int version,
        @Json Course course,
        LocalDate validFrom,
        String author,
        String reason,
        Instant writtenAt) {
    /// Whose form it is about.
    public record Subject(String project, Form form) {}

    /// What a person writes.
    public record Text(Course course, LocalDate validFrom, String reason) {}

    /// Who wrote or confirmed it, and when.
    record Hand(String person, Instant at) {}

    /// Who wrote the first version of each chain: nobody of the office.
    static final String PRINTED_FORM = "anchang";

    /// APR-7: it keeps one of those who answer for the form, and its author signs none that goes by it.
    ///
    /// @throws org.anchang.kit.problem.Refused what [Course#check] refuses, FORM_NEEDS_SUPERIOR,
    ///     CHAIN_NAMES_ITS_AUTHOR
    static Chain written(Subject subject, int version, Text text, Hand hand) {
        text.course().check();
        var superiors = superiors(subject.form());
        if (text.course().steps().stream().noneMatch(step -> step.isCertainlyOf(superiors))) {
            throw refuse(ApprovalRefusal.FORM_NEEDS_SUPERIOR).with("roles", String.join(", ", superiors));
        }
        refuseIf(text.course().names(hand.person()), ApprovalRefusal.CHAIN_NAMES_ITS_AUTHOR);
        return of(Ids.next(), subject, version, text, hand);
    }

    /// Version 1, that of the printed form: the same for whoever makes it, and shown before anybody has.
    static Chain printed(Subject subject, Text text, Instant at) {
        var id = UUID.nameUUIDFromBytes((subject.project() + " " + subject.form()).getBytes(StandardCharsets.UTF_8));
        return of(id, subject, 1, text, new Hand(PRINTED_FORM, at));
    }

    private static Chain of(UUID id, Subject subject, int version, Text text, Hand hand) {
        return new Chain(
                id,
                subject.project(),
                subject.form(),
                version,
                text.course(),
                text.validFrom(),
                hand.person(),
                text.reason(),
                hand.at());
    }

    /// Where money is given away that is who answers for it; a layout change may leave it at the one who checks what it
    /// costs; and a void nobody decides alone who only sells.
    private static SortedSet<String> superiors(Form form) {
        return new TreeSet<>(
                switch (form) {
                    case DISCOUNT, SWAP, RENAME, REFUND -> List.of(Role.GENERAL_MANAGER, Role.FINANCE);
                    case LAYOUT_CHANGE -> List.of(Role.GENERAL_MANAGER, Role.FINANCE, Role.COST_AUDITOR);
                    case VOID -> List.of(Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER);
                });
    }

    /// APR-7
    ///
    /// @throws org.anchang.kit.problem.Refused AUTHOR_DOES_NOT_CONFIRM
    void mustNotBeConfirmedBy(String person) {
        refuseIf(author.equals(person), ApprovalRefusal.AUTHOR_DOES_NOT_CONFIRM);
    }

    /// The order of the printed form, which counts without being confirmed.
    boolean isDefault() {
        return version == 1;
    }

    public KeptChain kept() {
        var asks = course.steps().stream()
                .flatMap(step -> step.places().stream())
                .flatMap(place -> place.signers().stream())
                .distinct()
                .toList();
        return new KeptChain(id, version, asks);
    }
}
