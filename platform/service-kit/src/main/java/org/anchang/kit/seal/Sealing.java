package org.anchang.kit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// CUS-6: personal data at rest. Sealed with AES-256-GCM under a key from the environment (`ANCHANG_SEALING_KEY`, 32
/// bytes in Base64) and bound to its [Place]; what must be found again also keeps a fingerprint (HMAC-SHA-256 under a
/// key derived from it).
@ApplicationScoped
public class Sealing {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String NOT_OURS = "Sealed under another key or in another place, or altered";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec sealingKey;
    private final SecretKeySpec fingerprintKey;

    public Sealing(@ConfigProperty(name = "anchang.sealing.key") String key) {
        var bytes = bytes(key);
        sealingKey = new SecretKeySpec(bytes, "AES");
        fingerprintKey = new SecretKeySpec(
                hmac(new SecretKeySpec(bytes, "HmacSHA256"), "fingerprint".getBytes(StandardCharsets.UTF_8)),
                "HmacSHA256");
    }

    /// Says what is wrong with a key, and nothing of what it is.
    private static byte[] bytes(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == KEY) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // The same words.
        }
        throw new IllegalArgumentException(
                "ANCHANG_SEALING_KEY is no key: 32 bytes in Base64 are wanted, as by `openssl rand -base64 32`");
    }

    /// A key for something that is to be shredded by itself.
    public static String newKey() {
        var key = new byte[KEY];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    public String seal(String open, Place place) {
        return Base64.getEncoder().encodeToString(sealBytes(open, place));
    }

    /// @throws IllegalStateException if it was sealed under another key or in another place, or is no sealed value
    public String open(String sealed, Place place) {
        try {
            return openBytes(Base64.getDecoder().decode(sealed), place);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(NOT_OURS, e);
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
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, sealingKey, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.text().getBytes(StandardCharsets.UTF_8));
            var sealed = cipher.doFinal(open.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String openBytes(byte[] sealed, Place place) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, sealingKey, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(place.text().getBytes(StandardCharsets.UTF_8));
            return new String(cipher.doFinal(sealed, NONCE, sealed.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(NOT_OURS, e);
        }
    }

    /// The same text has the same fingerprint, and nothing of the text can be read from it.
    public String fingerprint(String open) {
        return HexFormat.of().formatHex(hmac(fingerprintKey, open.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(SecretKeySpec key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
