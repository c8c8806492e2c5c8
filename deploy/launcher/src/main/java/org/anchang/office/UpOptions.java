package org.anchang.office;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchang.backing.BackingFailure;

/// What the person at the keyboard asked for.
///
/// @param training whether to learn quick starts where that was not done since the build
/// @param rest     what is passed on to the demo office
record UpOptions(OfficePlan plan, boolean fresh, boolean demo, boolean training, List<String> rest) {

    static UpOptions of(Path root, List<String> arguments) {
        var plan = OfficePlan.usual(root);
        var servers = new HashSet<>(Server.all());
        var fresh = false;
        var demo = false;
        var training = false;
        Map<String, Integer> ports = new HashMap<>();
        var rest = new ArrayList<String>();
        var words = new ArrayDeque<>(arguments);
        while (!words.isEmpty()) {
            var word = words.pop();
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--demo" -> demo = true;
                case "--training" -> training = true;
                case "--backing-only" -> servers.clear();
                case "--without" -> servers.remove(server(value(words, word)));
                case "--data" -> plan = plan.withFolder(Path.of(value(words, word)));
                case "--port" -> port(value(words, word), plan.ports().keySet(), ports);
                case "--seed", "--price-list" -> rest.addAll(List.of(word, value(words, word)));
                default -> throw new BackingFailure("%s is not an option; see deploy/up --help".formatted(word));
            }
        }
        if (!rest.isEmpty() && !demo) {
            throw new BackingFailure(rest.getFirst() + " goes with --demo; see deploy/up --help");
        }
        return new UpOptions(
                plan.withPorts(ports).withServers(servers).withSettableClock(demo), fresh, demo, training, rest);
    }

    private static String value(ArrayDeque<String> words, String option) {
        if (words.isEmpty()) {
            throw new BackingFailure(option + " wants a value; see deploy/up --help");
        }
        return words.pop();
    }

    private static Server server(String name) {
        return Server.named(name)
                .orElseThrow(() -> new BackingFailure(name + " is no part that can be left out; see deploy/up --help"));
    }

    private static void port(String value, Set<String> names, Map<String, Integer> ports) {
        var cut = value.indexOf('=');
        var name = cut < 0 ? OfficePlan.GATEWAY : value.substring(0, cut);
        if (!names.contains(name)) {
            throw new BackingFailure("%s has no port; these have: %s"
                    .formatted(name, names.stream().sorted().collect(Collectors.joining(", "))));
        }
        try {
            var number = Integer.parseInt(value.substring(cut + 1));
            if (number < 1 || number > 65_535) {
                throw new NumberFormatException();
            }
            ports.put(name, number);
        } catch (NumberFormatException _) {
            throw new BackingFailure("--port %s: a port is a number from 1 to 65535".formatted(value));
        }
    }
}
