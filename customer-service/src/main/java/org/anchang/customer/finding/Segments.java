package org.anchang.customer.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.IntentGrade;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CAR-5: customers of a kind, slice by slice, by the same conditions as those of lists.
@ApplicationScoped
public class Segments {
    /// Anything may be left out.
    ///
    /// @param among one of these
    public record Segment(
            String project,
            @Nullable String owner,
            @Nullable Channel channel,
            @Nullable IntentGrade grade,
            @Nullable Boolean bought,
            @Nullable String source,
            @Nullable UUID tag,
            @Nullable List<UUID> among) {}

    private static final String NEXT = "SELECT id FROM listed_customer WHERE ";

    @Inject
    Database database;

    @Inject
    FindingCustomers finding;

    /// Those after `after`, in the order of their ids, at most so many.
    public List<UUID> next(Scope scope, Segment of, @Nullable UUID after, int most) {
        var filter = new FindingCustomers.CustomerFilter(
                of.project(),
                of.owner(),
                of.channel(),
                of.grade(),
                of.bought(),
                null,
                of.source(),
                null,
                null,
                of.tag());
        var sought = of.among() == null ? Sought.ALL : Sought.among(of.among());
        var conditions = finding.conditions(scope, filter, sought).and("id > :after", after);
        return database.sql(NEXT + conditions + " ORDER BY id LIMIT :most")
                .with(conditions.parameters())
                .with("most", most)
                .rows(UUID.class);
    }
}
