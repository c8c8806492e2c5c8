package org.anchang.customer.loss;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.printing.CustomerContent;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.paper.PaperDesk;
import org.anchang.kit.paper.PaperDesk.Volume;
import org.jspecify.annotations.Nullable;

/// TRK-3: 此表按业务员分类装订成册: a volume for each consultant who gave customers up, in the order of their names.
@ApplicationScoped
class BindingLosses {
    /// Which of them; anything but the project may be left out.
    record Bound(
            String project,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String consultant,
            @Nullable Objection objection) {}

    private record One(UUID id, String consultant) {}

    /// What a page of a workbook may be called.
    private static final int LONGEST_NAME = 28;

    @Inject
    Losses losses;

    @Inject
    CustomerContent content;

    @Inject
    Caller caller;

    List<Volume> volumes(Bound bound) {
        var scope = caller.scope();
        var seen = scope.onOwn("l.project", "(c.owner = :scopePerson or l.appliedBy = :scopePerson)");
        var conditions = new Conditions(seen, scope.parameters())
                .and("l.project = :project", bound.project())
                .and("l.appliedAt >= :from", start(bound.from()))
                .and(
                        "l.appliedAt < :before",
                        bound.to() == null ? null : start(bound.to().plusDays(1)))
                .and("l.appliedBy = :consultant", bound.consultant())
                .and("l.objection = :objection", bound.objection())
                .with("returned", Loss.LossState.RETURNED);
        var query = losses.getEntityManager()
                .createQuery(
                        "select l.id, l.appliedBy from Loss l join Customer c on c.id = l.customer where " + conditions
                                + " and l.state <> :returned order by l.appliedBy, l.appliedAt, l.id",
                        One.class);
        conditions.parameters().forEach(query::setParameter);
        return bound(query.setMaxResults(PaperDesk.LONGEST_LIST).getResultList());
    }

    private List<Volume> bound(List<One> found) {
        var byConsultant = found.stream()
                .collect(Collectors.groupingBy(
                        One::consultant, LinkedHashMap::new, Collectors.mapping(One::id, Collectors.toList())));
        var volumes = new ArrayList<Volume>();
        byConsultant.forEach((consultant, ids) -> volumes.add(new Volume(name(consultant, volumes), ids)));
        return volumes.isEmpty() ? List.of(new Volume("未成交客户", List.of())) : volumes;
    }

    /// By their name; two of one name by user name too.
    private String name(String consultant, List<Volume> taken) {
        var name = page(content.person(consultant));
        return taken.stream().anyMatch(volume -> volume.name().equalsIgnoreCase(name))
                ? page(name + " " + consultant)
                : name;
    }

    private static String page(String name) {
        var plain = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(OfficeClock.OFFICE_ZONE).toInstant();
    }
}
