package org.anchang.customer.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.anchang.customer.Customers;
import org.anchang.customer.reception.Visit;
import org.anchang.customer.reception.Visits;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.seal.Sealing;

/// REC-3: 来访确认单: who was here when, who received, whose customer it is, and why the two may differ; to be signed.
@ApplicationScoped
class VisitPaper implements PaperSource {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    @Inject
    Visits visits;

    @Inject
    CustomerContent content;

    @Inject
    Customers customers;

    @Inject
    Sealing sealing;

    @Inject
    Caller caller;

    @Override
    public Set<String> papers() {
        return Set.of(Visit.CONFIRMATION);
    }

    @Override
    public Standing standing(Asked asked) {
        return content.standing(customers.named(visit(asked).customer()));
    }

    private Visit visit(Asked asked) {
        return visits.get(caller.scope(), asked.subject());
    }

    @Override
    public Content content(Asked asked) {
        var visit = visit(asked);
        var customer = customers.named(visit.customer());
        var ordinal = visits.ordinal(visit, customer);
        return content.of(customer)
                .with("number", "%s-%s-%d".formatted(customer.number(), DAY.format(day(visit)), ordinal))
                .with("customerNumber", customer.number())
                .with("at", MINUTE.format(visit.receivedAt().atZone(OfficeClock.OFFICE_ZONE)))
                .with("kind", ordinal > 1 ? "RETURN" : "NEW")
                .with("visits", "第%d次".formatted(ordinal))
                .with("channel", CustomerWords.channel(customer.channel()))
                .with("source", customer.source())
                .with(
                        "firstVisit",
                        CustomerContent.day(content.visiting(customer).first()))
                .with("firstConsultant", content.person(customer.firstConsultant()))
                .with("receiver", content.person(visit.receiver()))
                .with("owner", content.person(visit.owner()))
                .with("rule", CustomerWords.reason(visit.reason()))
                .with("note", sealing.openIfAny(visit.note(), Visit.noteOf(visit.id())), null)
                .content();
    }

    private static LocalDate day(Visit visit) {
        return OfficeClock.dateOf(visit.receivedAt());
    }
}
