package org.anchang.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `--name value` pairs of a command line.
final class Arguments {
    private final Map<String, String> left = new LinkedHashMap<>();

    /// @throws IllegalArgumentException if a name has no value
    Arguments(String... arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value\n" + RehearsalOptions.USAGE);
            }
            left.put(arguments[i], arguments[i + 1]);
        }
    }

    @Nullable
    String textOrNull(String name) {
        return left.remove(name);
    }

    String text(String name, String usual) {
        var value = left.remove(name);
        return value == null ? usual : value;
    }

    /// Not below zero.
    double number(String name, double usual) {
        var value = left.remove(name);
        try {
            var number = value == null ? usual : Double.parseDouble(value);
            if (number >= 0 && number <= 1e9) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new IllegalArgumentException(name + " is a number that is not below 0, not " + value);
    }

    int count(String name, int usual) {
        return (int) number(name, usual);
    }

    void refuseOthers() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    "no such option: " + left.keySet().iterator().next() + "\n" + RehearsalOptions.USAGE);
        }
    }
}
