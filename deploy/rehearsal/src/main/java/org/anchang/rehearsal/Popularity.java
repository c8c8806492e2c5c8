package org.anchang.rehearsal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Which units people ask for: everybody has heard of the same few (Zipf: the second best is asked for half as
/// often
/// as the best, the third a third as often). The same seed gives the same wishes.
public final class Popularity {
    private final List<String> units;
    private final double[] upTo;
    private final Random chance;

    public Popularity(List<String> units, long seed) {
        chance = new Random(seed);
        var ranked = new ArrayList<>(units);
        Collections.shuffle(ranked, chance);
        this.units = List.copyOf(ranked);
        upTo = new double[ranked.size()];
        double sum = 0;
        for (int rank = 0; rank < upTo.length; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
    }

    /// Used by one thread at a time.
    public String next() {
        var found = java.util.Arrays.binarySearch(upTo, chance.nextDouble() * upTo[upTo.length - 1]);
        return units.get(Math.min(units.size() - 1, found < 0 ? -found - 1 : found));
    }
}
