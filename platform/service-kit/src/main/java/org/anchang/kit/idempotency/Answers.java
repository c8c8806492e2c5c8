package org.anchang.kit.idempotency;

import static org.anchang.kit.problem.Refused.refuseUnless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.file.SentFile;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The answers already given, by caller and key; kept for two days. An answer, and what was asked, may be about a
/// person: the one is kept sealed, the other as a fingerprint (CUS-6).
@ApplicationScoped
class Answers implements Sweep {
    /// The key under which a command is known, and what it asked for.
    record Command(String key, String fingerprint) {}

    /// What a key was found to be.
    record Claimed(
            String actor,
            boolean isOurs,
            @Nullable String fingerprint,
            @Nullable Integer status,
            @Nullable String headers,
            byte @Nullable [] body) {}

    /// An answer as it was given.
    record Given(int status, String headers, @Nullable String body) {}

    private static final int KEPT_DAYS = 2;
    private static final String SEPARATOR = "\u001f";
    private static final List<String> HEADERS_KEPT = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);
    /// The first statement of a command's transaction, which tells the database who acts by the way.
    private static final String CLAIM = """
            SELECT set_config('anchang.actor', :actor, true) || set_config('anchang.moment', :moment, true) AS actor,
                   is_ours, fingerprint, status, headers, body
            FROM idempotency_claim(:key)""";
    private static final String FIND = """
            SELECT '' AS actor, true AS is_ours, fingerprint, status, headers, body FROM idempotency WHERE key = :key""";
    private static final String KEEP = """
            INSERT INTO idempotency (key, fingerprint, status, headers, body)
            VALUES (:key, :fingerprint, :status, :headers, :body)""";
    private static final String PURGE =
            "DELETE FROM idempotency WHERE answered_at < clock_timestamp() - make_interval(days => :days)";

    @Inject
    Database database;

    @Inject
    Slices slices;

    @Inject
    AuditedTransaction transaction;

    @Inject
    ObjectMapper json;

    @Inject
    Sealing sealing;

    /// Takes the key for this transaction, or finds the answer that was given under it.
    Optional<Given> claim(Command command) {
        return given(
                command,
                database.sql(CLAIM)
                        .with("key", command.key())
                        .with("actor", transaction.actor())
                        .with("moment", transaction.moment())
                        .one(Claimed.class));
    }

    /// The answer that was given under it, if any; outside of a transaction.
    Optional<Given> find(Command command) {
        return database.sql(FIND).with("key", command.key()).row(Claimed.class).flatMap(found -> given(command, found));
    }

    private Optional<Given> given(Command command, Claimed found) {
        if (found.fingerprint() == null || found.status() == null || found.headers() == null) {
            refuseUnless(found.isOurs(), KitRefusal.IDEMPOTENCY_KEY_IN_USE);
            return Optional.empty();
        }
        refuseUnless(found.fingerprint().equals(command.fingerprint()), KitRefusal.IDEMPOTENCY_KEY_REUSED);
        var body = found.body() == null ? null : sealing.openBytes(found.body(), place(command));
        return Optional.of(new Given(found.status(), found.headers(), body));
    }

    /// Stores what the resource method returned in the transaction of the effect.
    void keep(Command command, @Nullable Object answer) {
        var response =
                switch (answer) {
                    case null -> Response.noContent().build();
                    case Response own -> own;
                    case RestResponse<?> own -> own.toResponse();
                    default -> Response.ok(answer).build();
                };
        database.sql(KEEP)
                .with(command)
                .with("status", response.getStatus())
                .with("headers", headersOf(response))
                .with(
                        "body",
                        response.hasEntity() ? sealing.sealBytes(write(response.getEntity()), place(command)) : null)
                .write();
    }

    private static Place place(Command command) {
        return new Place("idempotency", "body", command.key());
    }

    /// Gives the answer again as the resource method would return it.
    @Nullable
    Object again(Given given, Type returned) {
        if (returned == void.class) {
            return null;
        }
        if (returned == Response.class) {
            return response(given, given.body());
        }
        var isRestResponse = returned instanceof ParameterizedType type && type.getRawType() == RestResponse.class;
        var content = isRestResponse ? ((ParameterizedType) returned).getActualTypeArguments()[0] : returned;
        var body = given.body() == null ? null : read(given.body(), content);
        return isRestResponse ? restResponse(given, body) : body;
    }

    String keyOf(String caller, String key) {
        return HexFormat.of().formatHex(sha256((caller + SEPARATOR + key).getBytes(StandardCharsets.UTF_8)));
    }

    String fingerprintOf(String method, String path, Object[] parameters) {
        var parts = new java.util.ArrayList<>(List.of(method, path));
        for (var parameter : parameters) {
            parts.add(textOf(parameter));
        }
        return sealing.fingerprint(String.join(SEPARATOR, parts));
    }

    @Override
    public String nextDue() {
        return "SELECT min(answered_at) + interval '%d days' FROM idempotency".formatted(KEPT_DAYS);
    }

    @Override
    public void run() {
        slices.run(() -> database.sql(PURGE).with("days", KEPT_DAYS).write());
    }

    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    private String textOf(@Nullable Object parameter) {
        return switch (parameter) {
            case null -> "";
            case String text -> text;
            case UUID id -> id.toString();
            case Record body -> write(body);
            case Number number -> number.toString();
            case Enum<?> choice -> choice.name();
            case Boolean answer -> answer.toString();
            case TemporalAccessor time -> time.toString();
            case Collection<?> body -> write(body);
            case Map<?, ?> body -> write(body);
            case SentFile file -> file.sha256();
            case byte[] bytes -> HexFormat.of().formatHex(sha256(bytes));
            // What the framework injects (headers, security context) is no part of the request.
            default -> "";
        };
    }

    private static Response response(Given given, @Nullable Object body) {
        var response = Response.status(given.status());
        headersOf(given).forEach(response::header);
        return body == null
                ? response.build()
                : response.type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }

    private static RestResponse<?> restResponse(Given given, @Nullable Object body) {
        var response = RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(given.status()), body);
        headersOf(given).forEach(response::header);
        return response.build();
    }

    private static Map<String, String> headersOf(Given given) {
        return given.headers()
                .lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }

    private @Nullable Object read(String body, Type type) {
        try {
            return json.readValue(body, json.constructType(type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String headersOf(Response answer) {
        return HEADERS_KEPT.stream()
                .filter(answer.getHeaders()::containsKey)
                .map(name -> name + ":" + answer.getHeaderString(name))
                .collect(Collectors.joining("\n"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
