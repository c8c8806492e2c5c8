package org.anchang.kit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// CUS-6: personal data at rest. Sealed with AES-256-GCM under a data key of this service, whose id it carries, and
/// bound to its [Place]; what must be found again also keeps a fingerprint (HMAC-SHA-256 under a key of its own). The
/// data keys stand in the database, wrapped under a key of the environment ([DataKeys]).
///
/// What another service is to open goes by [Courier].
@ApplicationScoped
public class Sealing {
    private final Ring ring;
    private final Supplier<SecretKeySpec> fingerprints;

    @Inject
    Sealing(DataKeys keys) {
        this(keys.values(), keys::fingerprints);
    }

    private Sealing(Ring ring, Supplier<SecretKeySpec> fingerprints) {
        this.ring = ring;
        this.fingerprints = fingerprints;
    }

    /// Under a single key, which the caller keeps: of one person, or in a test of rules.
    ///
    /// @param key 32 bytes in Base64
    public static Sealing under(String key) {
        var bytes = SealingKey.read("This", key);
        var fingerprints = new SecretKeySpec(SealingKey.derived(bytes, "fingerprint"), "HmacSHA256");
        return new Sealing(Ring.of(new SealingKey(0, bytes)), () -> fingerprints);
    }

    /// A key for [#under].
    public static String newKey() {
        return Base64.getEncoder().encodeToString(SealingKey.random());
    }

    public String seal(String open, Place place) {
        return Base64.getEncoder().encodeToString(sealBytes(open, place));
    }

    /// @throws IllegalStateException if it was sealed under another key or in another place, or is no sealed value
    public String open(String sealed, Place place) {
        try {
            return openBytes(Base64.getDecoder().decode(sealed), place);
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

    /// The same for a `bytea` column: a third shorter.
    public byte[] sealBytes(String open, Place place) {
        return ring.newest().seal(open.getBytes(StandardCharsets.UTF_8), place);
    }

    public String openBytes(byte[] sealed, Place place) {
        return new String(ring.open(sealed, place), StandardCharsets.UTF_8);
    }

    /// The same text has the same fingerprint, and nothing of the text can be read from it.
    public String fingerprint(String open) {
        return HexFormat.of().formatHex(SealingKey.hmac(fingerprints.get(), open));
    }
}
