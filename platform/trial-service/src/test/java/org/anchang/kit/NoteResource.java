package org.anchang.kit;

import static org.anchang.kit.problem.Refused.refuseIf;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.anchang.events.DealEvent.TicketIssued;
import org.anchang.kit.file.SentFile;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.AtLeast;
import org.anchang.kit.money.Money;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.problem.KitRefusal;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// The smallest service there can be, to try the kit on.
@Path("/api/v1/notes")
@RunOnVirtualThread
public class NoteResource {
    public record WriteNote(
            @NotNull UUID about,
            @NotBlank String project,
            @NotBlank String text,
            @NotNull Money amount,
            @Nullable @Digits(integer = 3, fraction = 2) BigDecimal share,
            @Nullable @AtLeast("0.01") Money fee,
            @Nullable @Size(max = 3) List<@NotNull @Valid Author> authors) {}

    public enum Part {
        TEXT,
        PICTURES,
        PROOFS
    }

    public record Author(
            @NotNull Part part, @NotBlank @Size(max = 40) String name) {}

    public record Written(UUID id, String text, Money amount, Instant at) {}

    /// @param limit of a statement
    public record SentIn(String path, long bytes, String sha256, String limit) {}

    /// A note "wait" tells that it has begun, and ends when it may.
    public static final Semaphore STARTED = new Semaphore(0);

    public static final Semaphore MAY_END = new Semaphore(0);

    @Inject
    EntityManager database;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    public Written write(@NotNull @Valid WriteNote note) {
        caller.mustBeBoundTo(note.project());
        var id = Ids.next();
        database.createNativeQuery("INSERT INTO note (id, project, text, amount) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, id)
                .setParameter(2, note.project())
                .setParameter(3, note.text())
                .setParameter(4, amountOf(note).amount())
                .executeUpdate();
        outbox.append(new TicketIssued(
                note.about(), note.project(), Instant.now(), note.text(), id, caller.name(), UUID.randomUUID()));
        if (note.text().startsWith("unique")) {
            insertKey(note.text(), "-");
            insertKey(note.text(), "-");
        }
        if (note.text().startsWith("check")) {
            insertKey(note.text(), null);
        }
        if (note.text().equals("wait")) {
            STARTED.release();
            MAY_END.acquireUninterruptibly();
        }
        refuseIf(note.text().equals("refuse me"), KitRefusal.CHANGED_MEANWHILE);
        if (note.text().equals("fail")) {
            throw new IllegalStateException("as asked");
        }
        return new Written(id, note.text(), note.amount(), Instant.now());
    }

    private static Money amountOf(WriteNote note) {
        return note.text().equals("tenfold") ? note.amount().times(BigDecimal.TEN) : note.amount();
    }

    /// Counts the bytes of a file, and the file's own name for itself.
    @POST
    @Path("/files")
    @Idempotent(mayTakeLong = true)
    @ResponseStatus(201)
    @RolesAllowed(Role.CONSULTANT)
    public SentIn send(@QueryParam("keep") boolean keep, SentFile file) throws IOException {
        var path = keep ? file.keep() : file.path();
        var limit = database.createNativeQuery("SHOW statement_timeout").getSingleResult();
        return new SentIn(path.toString(), Files.size(path), file.sha256(), limit.toString());
    }

    private void insertKey(String key, @Nullable String fingerprint) {
        database.createNativeQuery(
                        "INSERT INTO idempotency (key, fingerprint, status, headers) VALUES (?1, ?2, 200, '')")
                .setParameter(1, key)
                .setParameter(2, fingerprint)
                .executeUpdate();
    }
}
