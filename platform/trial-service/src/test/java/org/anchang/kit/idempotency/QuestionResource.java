package org.anchang.kit.idempotency;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.anchang.kit.identity.Role;
import org.anchang.kit.problem.KitRefusal;

/// The smallest command that asks a neighbour, whose part each test plays.
@Path("/api/v1/questions")
@RunOnVirtualThread
public class QuestionResource {
    public record Question(@NotBlank String text) {}

    /// @param times how often the neighbour was asked before it was carried out
    public record Answered(String text, int times, boolean askedInTransaction, boolean carriedOutInOne) {}

    /// What the neighbour does when it is asked for the so-many-th time, by the text.
    static final Map<String, IntConsumer> NEIGHBOURS = new ConcurrentHashMap<>();

    static final Map<String, Integer> ASKED = new ConcurrentHashMap<>();

    @Inject
    Asking asking;

    @POST
    @Idempotent(asksFirst = true)
    @RolesAllowed(Role.CONSULTANT)
    public Answered ask(@NotNull @Valid Question question) {
        var text = asking.before(question::text);
        var askedInTransaction = isInTransaction();
        var times = ASKED.merge(text, 1, Integer::sum);
        NEIGHBOURS.getOrDefault(text, _ -> {}).accept(times);
        var answered = asking.carryOut(() -> new Answered(text, times, askedInTransaction, isInTransaction()));
        return text.startsWith("another answer") ? new Answered(text, 0, false, false) : answered;
    }

    private static boolean isInTransaction() {
        return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    }

    static RuntimeException no() {
        return refuse(KitRefusal.CHANGED_MEANWHILE);
    }
}
