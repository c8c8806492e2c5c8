package org.anchang.inventory.opening;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// INV-13: what a lottery draws with. Its hash is published before any ticket is on the list, the seed itself with
/// the result: so nobody can choose it afterwards, and everybody can check it.
public record Seed(String text) {
    /// Fewer can be tried until one has the hash that is published: a date, or a number of some digits.
    private static final int SHORTEST = 32;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Seed random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Seed(HexFormat.of().formatHex(bytes));
    }

    boolean isTooShort() {
        return text.length() < SHORTEST;
    }

    /// SHA-256 of the text in UTF-8, as 64 hexadecimal digits.
    public String hash() {
        return sha256(text);
    }

    /// SHA-256 of a text in UTF-8, as 64 hexadecimal digits.
    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
