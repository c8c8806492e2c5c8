package org.anchang.customer.staff;

import java.security.SecureRandom;

/// What somebody signs in with once, and changes then. It is no record, because it is no part of a request that is
/// sent again, and no log shows it.
final class FirstPassword {
    /// None that looks like another.
    private static final String[] ALPHABETS = {"abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"};

    private static final int GROUPS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private FirstPassword(String text) {
        this.text = text;
    }

    /// Five groups, each a small letter, a capital and a digit: more than 60 bits, and whatever kinds a policy asks.
    static FirstPassword byChance() {
        var made = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            made.append(group == 0 ? "" : "-");
            for (var alphabet : ALPHABETS) {
                made.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
            }
        }
        return new FirstPassword(made.toString());
    }

    String text() {
        return text;
    }
}
