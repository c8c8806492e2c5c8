package org.anchang.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the demo office is to be.
///
/// @param seed      the same number gives the same office
/// @param priceList left out: one of the product's own making
/// @param customers how many people the office gets to know
/// @param deals     how many of them begin a deal
public record DemoOptions(long seed, @Nullable Path priceList, String project, int customers, int deals) {
    static final String USAGE = """
            options of the demo office:
              --seed NUMBER        the same number gives the same office (1)
              --price-list FILE    sell the units of this price list (CSV)
              --project CODE       the project's code (yunshan)
              --customers NUMBER   people the office gets to know (300)
              --deals NUMBER       deals among them (150)""";

    /// @throws IllegalArgumentException if an argument is not understood, with what to say about it
    public static DemoOptions of(String... arguments) {
        var options = new DemoOptions(1, null, "yunshan", 300, 150);
        for (int i = 0; i < arguments.length; i += 2) {
            var name = arguments[i];
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(name + " needs a value\n" + USAGE);
            }
            options = options.with(name, arguments[i + 1]);
        }
        if (options.deals > options.customers) {
            throw new IllegalArgumentException("every deal needs a customer: --customers is less than --deals");
        }
        return options;
    }

    private DemoOptions with(String name, String value) {
        return switch (name) {
            case "--seed" -> new DemoOptions(number(name, value), priceList, project, customers, deals);
            case "--price-list" -> new DemoOptions(seed, Path.of(value), project, customers, deals);
            case "--project" -> new DemoOptions(seed, priceList, value, customers, deals);
            case "--customers" -> new DemoOptions(seed, priceList, project, count(name, value), deals);
            case "--deals" -> new DemoOptions(seed, priceList, project, customers, count(name, value));
            default -> throw new IllegalArgumentException("no such option: " + name + "\n" + USAGE);
        };
    }

    private static int count(String name, String value) {
        return Math.clamp(number(name, value), 0, 1_000_000);
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a number, not " + value, e);
        }
    }
}
