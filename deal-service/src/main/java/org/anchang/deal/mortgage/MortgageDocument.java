package org.anchang.deal.mortgage;

import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.contract.PaymentScheme.WantedDocument;
import org.anchang.kit.Ids;
import org.jspecify.annotations.Nullable;

/// One paper on the bank's checklist, its deadline and the day on which it came in.
@Entity
public class MortgageDocument {
    @Id
    private UUID id;

    private int position;
    private String name;
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate submittedOn;
    private @Nullable String receivedBy;

    protected MortgageDocument() {}

    static MortgageDocument wanted(int position, WantedDocument document) {
        var wanted = new MortgageDocument();
        wanted.id = Ids.next();
        wanted.position = position;
        wanted.name = document.name();
        wanted.dueOn = document.dueOn();
        return wanted;
    }

    void handedIn(LocalDate today, String by) {
        refuseIf(submittedOn != null, DealRefusal.DOCUMENT_ALREADY_SUBMITTED);
        submittedOn = today;
        receivedBy = by;
    }

    String name() {
        return name;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    LocalDate submittedOn() {
        return submittedOn;
    }

    @Nullable
    String receivedBy() {
        return receivedBy;
    }
}
