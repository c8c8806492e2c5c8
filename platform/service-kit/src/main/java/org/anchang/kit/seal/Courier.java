package org.anchang.kit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// What goes sealed from one service to another, which has keys of its own: under a key that all derive from the
/// master key of the environment. Nothing is kept so at home: who receives it seals it under a data key ([Sealing]).
///
/// Events stay in their topics for good: when a master key goes, its courier's key stays in each database ([DataKeys]).
@ApplicationScoped
public class Courier {
    private final Ring ring;
    private final Supplier<Collection<SealingKey>> keys;

    @Inject
    Courier(DataKeys keys) {
        this(keys.couriers(), keys::courierKeys);
    }

    private Courier(Ring ring, Supplier<Collection<SealingKey>> keys) {
        this.ring = ring;
        this.keys = keys;
    }

    /// As a neighbour of this office has it.
    ///
    /// @param masterKey 32 bytes in Base64
    public static Courier under(String masterKey) {
        var key = MasterKey.of(SealingKey.read("This", masterKey)).courier();
        return new Courier(Ring.of(key), () -> List.of(key));
    }

    public String seal(String open, Place place) {
        return Base64.getEncoder().encodeToString(ring.newest().seal(open.getBytes(StandardCharsets.UTF_8), place));
    }

    /// @throws IllegalStateException if it was sealed under another key or in another place, or is no sealed value
    public String open(String sealed, Place place) {
        try {
            return new String(ring.open(Base64.getDecoder().decode(sealed), place), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(SealingKey.NOT_OURS, e);
        }
    }

    /// Null stays null: a text that nobody wrote.
    public @Nullable String sealIfAny(@Nullable String open, Place place) {
        return open == null ? null : seal(open, place);
    }

    /// Null stays null.
    public @Nullable String openIfAny(@Nullable String sealed, Place place) {
        return sealed == null ? null : open(sealed, place);
    }

    /// That a service of this office says so; nobody else can make it.
    public String proof(String statement) {
        return proof(ring.newest(), statement);
    }

    public boolean isProof(String proof, String statement) {
        var given = proof.getBytes(StandardCharsets.UTF_8);
        return keys.get().stream()
                .anyMatch(key -> MessageDigest.isEqual(proof(key, statement).getBytes(StandardCharsets.UTF_8), given));
    }

    private static String proof(SealingKey key, String statement) {
        var proving = new SecretKeySpec(SealingKey.derived(key.bytes(), "proof"), "HmacSHA256");
        return HexFormat.of().formatHex(SealingKey.hmac(proving, statement));
    }
}
