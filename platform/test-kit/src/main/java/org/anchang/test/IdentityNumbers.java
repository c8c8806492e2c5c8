package org.anchang.test;

import java.util.concurrent.atomic.AtomicInteger;

/// Numbers of identity cards of people who never lived, each of another person, with their check character (GB 11643).
public final class IdentityNumbers {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int PEOPLE_OF_A_DAY = 1000;
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private IdentityNumbers() {}

    public static String next() {
        return of(PEOPLE.getAndIncrement());
    }

    /// The same for the same person.
    public static String of(int person) {
        var body = "41030319%02d0101%03d".formatted(50 + person / PEOPLE_OF_A_DAY % 50, person % PEOPLE_OF_A_DAY);
        var sum = 0;
        for (var place = 0; place < WEIGHTS.length; place++) {
            sum += (body.charAt(place) - '0') * WEIGHTS[place];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
