package org.anchang.kit.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// One key of AES-256-GCM, and the id by which what it sealed names it:
///
/// ```
/// id (4 bytes) │ nonce (12) │ ciphertext │ tag (16)
/// ```
///
/// The id is bound to the value as its place is: under another id it does not open.
final class SealingKey {
    static final int BYTES = 32;
    static final String NOT_OURS = "Sealed under another key or in another place, or altered";

    private static final int ID = Integer.BYTES;
    private static final int NONCE = 12;
    private static final int HEAD = ID + NONCE;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int id;
    private final byte[] bytes;
    private final SecretKeySpec key;

    SealingKey(int id, byte[] bytes) {
        this.id = id;
        this.bytes = bytes.clone();
        key = new SecretKeySpec(bytes, "AES");
    }

    static byte[] random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// Says what is wrong with a key, and nothing of what it is.
    ///
    /// @param name of the setting, as whoever set it knows it
    static byte[] read(String name, String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // The same words.
        }
        throw new IllegalArgumentException(
                name + " is no key: 32 bytes in Base64 are wanted, as by `openssl rand -base64 32`");
    }

    /// A key for one purpose, from which nothing can be learned of this one.
    static byte[] derived(byte[] from, String purpose) {
        return hmac(new SecretKeySpec(from, "HmacSHA256"), purpose);
    }

    static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws IllegalStateException if it is no sealed value
    static int idOf(byte[] sealed) {
        if (sealed.length < HEAD) {
            throw new IllegalStateException(NOT_OURS);
        }
        return ByteBuffer.wrap(sealed).getInt();
    }

    int id() {
        return id;
    }

    /// To be wrapped under another one.
    byte[] bytes() {
        return bytes.clone();
    }

    byte[] seal(byte[] open, Place place) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound(place));
            var sealed = ByteBuffer.allocate(HEAD + cipher.getOutputSize(open.length));
            sealed.putInt(id).put(nonce);
            cipher.doFinal(ByteBuffer.wrap(open), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws IllegalStateException if it was sealed under another key or in another place, or is no sealed value
    byte[] open(byte[] sealed, Place place) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, ID, NONCE));
            cipher.updateAAD(bound(place));
            return cipher.doFinal(sealed, HEAD, sealed.length - HEAD);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(NOT_OURS, e);
        }
    }

    private byte[] bound(Place place) {
        return (id + "/" + place.text()).getBytes(StandardCharsets.UTF_8);
    }
}
