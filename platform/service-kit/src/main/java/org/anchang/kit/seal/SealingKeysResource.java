package org.anchang.kit.seal;

import static org.anchang.kit.problem.Refused.refuseUnless;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// For operators, at the service's own address: under which master key the data keys are wrapped, and the command that
/// wraps them under the current one.
@Path("/operations/sealing-keys")
@RolesAllowed(Role.ADMINISTRATOR)
@RunOnVirtualThread
@Tag(name = "Operations")
public class SealingKeysResource {
    /// The keys as this replica knows them; of no key more than its id.
    ///
    /// @param current   id of `ANCHANG_SEALING_KEY`
    /// @param older     ids of `ANCHANG_SEALING_OLDER_KEYS`
    /// @param removable ids among `older` that no data key is wrapped under: they may go from the environment
    /// @param waiting   how many data keys are wrapped under an older key and wait for a rotation
    /// @param dataKeys  the data keys of this service
    /// @param rotations what was done so far, the last one first, at most 100
    public record SealingKeys(
            String current,
            List<String> older,
            List<String> removable,
            int waiting,
            List<DataKey> dataKeys,
            List<Rotation> rotations) {}

    /// @param id        by which sealed values name it
    /// @param purpose   what it is for
    /// @param master    id of the master key under which it is wrapped
    /// @param seals     whether what is sealed from now on is sealed under it
    /// @param begunAt   since when it has been there
    /// @param wrappedAt when it was wrapped last
    public record DataKey(
            int id, DataKeys.Purpose purpose, String master, boolean seals, Instant begunAt, Instant wrappedAt) {}

    /// @param at        when
    /// @param by        who sent the command
    /// @param master    id of the master key that was the current one
    /// @param rewrapped how many data keys were wrapped anew
    public record Rotation(Instant at, String by, String master, int rewrapped) {}

    @Inject
    DataKeys keys;

    @Inject
    MasterKeys masters;

    @Inject
    RotatingKeys rotating;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(summary = "The sealing keys by their ids, which may be removed, and past rotations")
    public SealingKeys show() {
        mustRunTheOffice();
        return shown();
    }

    @POST
    @Path("/rotations")
    @Operation(
            summary = "Wrap all data keys under the current master key and seal under a new one from now on; the"
                    + " service goes on meanwhile. Done again it does nothing, needs no Idempotency-Key. All replicas"
                    + " of all services must have the key before")
    public SealingKeys rotate() {
        mustRunTheOffice();
        rotating.rotate();
        // Not before it is committed, or the old ones would be read again.
        keys.forget();
        return shown();
    }

    /// The keys are of no project.
    private void mustRunTheOffice() {
        refuseUnless(caller.scope().everyProject(), KitRefusal.ROLE_NOT_ALLOWED);
    }

    private SealingKeys shown() {
        var rows = keys.rows();
        var older = masters.all().stream().skip(1).map(MasterKey::id).toList();
        var used = rows.stream().map(DataKeys.Row::master).distinct().toList();
        var isKept = rows.stream().map(DataKeys.Row::courierOf).toList();
        return new SealingKeys(
                masters.current().id(),
                older,
                older.stream()
                        .filter(id -> !used.contains(id) && isKept.contains(id))
                        .toList(),
                (int) rows.stream()
                        .filter(row -> !row.master().equals(masters.current().id()))
                        .count(),
                rows.stream()
                        .map(row -> new DataKey(
                                row.id(), row.purpose(), row.master(), row.seals(), row.begunAt(), row.wrappedAt()))
                        .toList(),
                rotating.past());
    }
}
