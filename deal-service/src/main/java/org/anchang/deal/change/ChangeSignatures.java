package org.anchang.deal.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.events.ApprovalEvent.ApprovalStepSigned;
import org.anchang.kit.seal.Courier;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// APR-4: what people put on the forms of changes, as approval-service told it; each once, and never altered.
@ApplicationScoped
public class ChangeSignatures {
    /// What somebody put on a form. Does not print itself: it may say of the buyers what is nobody else's.
    ///
    /// @param role     by which the person signed; `named-person` where the chain names persons
    /// @param decision `STATED`, `APPROVED`, `REFUSED` or `WITHDRAWN`
    /// @param drawn    the signature as the person drew it
    /// @param given    what the person added to the form, e.g. `cost`
    public record Given(
            String role,
            String person,
            @Nullable String name,
            String decision,
            @Nullable String opinion,
            @Nullable String drawn,
            Map<String, String> given,
            Instant signedAt) {
        @Override
        public String toString() {
            return "Given[" + role + "]";
        }
    }

    private record KeptSignature(
            UUID id,
            UUID approval,
            String project,
            String step,
            String role,
            String person,
            @Nullable String name,
            String decision,
            @Nullable String opinion,
            @Nullable String drawn,
            String given,
            Instant signedAt) {}

    private static final String KEEP = """
            INSERT INTO change_signature (id, approval, project, step, role, person, name, decision, opinion, drawn, given,
                                          signed_at)
            VALUES (:id, :approval, :project, :step, :role, :person, :name, :decision, :opinion, :drawn, CAST(:given AS jsonb),
                    :signedAt)
            ON CONFLICT (id) DO NOTHING""";
    private static final String OF = """
            SELECT id, approval, project, step, role, person, name, decision, opinion, drawn, given::text AS given, signed_at
            FROM change_signature WHERE approval = :approval ORDER BY signed_at, id""";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    @Inject
    Courier courier;

    @Inject
    ObjectMapper json;

    /// Those told before papers showed them are passed over. What does not open is not taken in.
    void keep(ApprovalStepSigned signed) {
        var id = signed.signature();
        if (id == null) {
            return;
        }
        var opinion = courier.openIfAny(signed.opinion(), place("opinion", id));
        var drawn = courier.openIfAny(signed.drawn(), place("drawn", id));
        database.sql(KEEP)
                .with(new KeptSignature(
                        id,
                        signed.approval(),
                        signed.project(),
                        signed.step(),
                        signed.role(),
                        signed.person(),
                        signed.name(),
                        signed.decision(),
                        sealing.sealIfAny(opinion, place("opinion", id)),
                        sealing.sealIfAny(drawn, place("drawn", id)),
                        written(signed.given()),
                        signed.at()))
                .write();
    }

    /// On the form whose signatures this approval collects, in their order; none before it is known.
    public List<Given> of(@Nullable UUID approval) {
        if (approval == null) {
            return List.of();
        }
        return database.sql(OF).with("approval", approval).rows(KeptSignature.class).stream()
                .map(row -> new Given(
                        row.role(),
                        row.person(),
                        row.name(),
                        row.decision(),
                        sealing.openIfAny(row.opinion(), place("opinion", row.id())),
                        sealing.openIfAny(row.drawn(), place("drawn", row.id())),
                        read(row.given()),
                        row.signedAt()))
                .toList();
    }

    private String written(@Nullable Map<String, String> given) {
        try {
            return json.writeValueAsString(given == null ? Map.of() : given);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String given) {
        try {
            return json.readValue(given, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As approval-service tells them, and as they are kept.
    private static Place place(String column, UUID signature) {
        return new Place("signature", column, signature);
    }
}
