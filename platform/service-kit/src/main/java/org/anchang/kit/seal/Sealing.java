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

/// CUS-6: personal data at rest. Sealed with AES-256-GCM under a key from the environment
/// (`ANCHANG_SEALING_KEY`, 32
/// bytes in Base64); what must be found again also keeps a fingerprint (HMAC-SHA-256 under a key derived from it).
@ApplicationScoped
public class Sealing {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec sealingKey;
    private final SecretKeySpec fingerprintKey;

    public Sealing(@ConfigProperty(name = "anchang.sealing.key") String key) {
        var bytes = Base64.getDecoder().decode(key);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("anchang.sealing.key must be 32 bytes in Base64");
        }
        sealingKey = new SecretKeySpec(bytes, "AES");
        fingerprintKey = new SecretKeySpec(
                hmac(new SecretKeySpec(bytes, "HmacSHA256"), "fingerprint".getBytes(StandardCharsets.UTF_8)),
                "HmacSHA256");
    }

    public String seal(String open) {
        return Base64.getEncoder().encodeToString(sealBytes(open));
    }

    public String open(String sealed) {
        return openBytes(Base64.getDecoder().decode(sealed));
    }

    /// The same for a `bytea` column: a third shorter.
    public byte[] sealBytes(String open) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, sealingKey, new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = cipher.doFinal(open.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String openBytes(byte[] sealed) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, sealingKey, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            return new String(cipher.doFinal(sealed, NONCE, sealed.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed under another key, or altered", e);
        }
    }

    /// The same text has the same fingerprint, and nothing of the text can be read from it.
    public String fingerprint(String open) {
        return HexFormat.of().formatHex(hmac(fingerprintKey, open.getBytes(StandardCharsets.UTF_8)));
    }

    /// What a list shows of a number or name: its ends only.
    public static String masked(String open) {
        if (open.length() <= 2) {
            return open.charAt(0) + "*";
        }
        var shown = open.length() >= 8 ? 3 : 1;
        var tail = open.length() >= 8 ? 4 : 0;
        return open.substring(0, shown)
                + "*".repeat(open.length() - shown - tail)
                + open.substring(open.length() - tail);
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
