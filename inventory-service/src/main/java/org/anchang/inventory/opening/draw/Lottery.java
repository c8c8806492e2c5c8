package org.anchang.inventory.opening.draw;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.anchang.inventory.opening.Seed;

/// INV-13: the lottery. Each ticket gets the SHA-256 of `seed:number`, both in UTF-8, as 64 hexadecimal digits; the
/// tickets are called in the order of these. Whoever has the seed and the numbers comes to the same order:
/// `while read n; do echo "$(printf '%s:%s' "$seed" "$n" | sha256sum | cut -c1-64) $n"; done < numbers | sort`
///
/// A ticket's digest rests on its own number alone: nobody's place against another changes by who else checks in.
final class Lottery {
    static final String METHOD = "SHA-256(seed + \":\" + number) in UTF-8, ascending as hexadecimal digits";

    private final Seed seed;

    Lottery(Seed seed) {
        this.seed = seed;
    }

    /// What decides on the place of the ticket.
    String digest(String number) {
        return Seed.sha256(seed.text() + ":" + number);
    }

    /// The numbers in the order in which they are called, whatever the order in which they are given.
    List<String> order(Collection<String> numbers) {
        record Drawn(String number, String digest) {}
        return numbers.stream()
                .map(number -> new Drawn(number, digest(number)))
                .sorted(Comparator.comparing(Drawn::digest).thenComparing(Drawn::number))
                .map(Drawn::number)
                .toList();
    }
}
