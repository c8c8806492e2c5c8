package org.anchang.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.clock.HeaderClock;
import org.jspecify.annotations.Nullable;

/// Whatever somebody carries out on a thing in a test, the thing's own answer offered them (`actions`) just before.
/// Which answer that is, the interface document says: the longest address above the command's that shows offers; where
/// it is silent on the command, any beside it that is about the same thing, such as `/customers/{id}/care`. It is read
/// the first times that people of the same roles carry out the same command after the same other one.
///
/// Not looked for: commands whose address names no thing, and those of which the thing has no answer with offers. They
/// are offered somewhere, or `nowhere-offered.properties` says why not ([ArchitectureRules]). What is answered as it
/// was the last time says again what was said, which nobody offers.
final class MissedOffers {
    /// @param shownBy where its thing is read: above it, the nearest first, then beside it
    private record Command(Operation operation, Pattern addresses, List<Operation> shownBy) {
        /// What it is sent to: its address up to the first parameter.
        String thing(String address) {
            var upTo = segments(operation.path().substring(0, operation.path().indexOf('}')));
            return first(upTo, address);
        }
    }

    /// How somebody reads.
    interface Reader {
        /// @param moment that the command tells, if it does
        Response read(Person person, String address, @Nullable String moment);
    }

    /// What is sent.
    record Sent(Person person, String verb, String path, Map<String, String> headers) {
        String address() {
            return Operation.bare(path);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    /// What every service has of the kit, and no answer offers.
    static final Map<String, String> OF_THE_KIT = Map.of(
            "settingsSet", "a page of its own, for all settings of a service",
            "settingsCopy", "beside them",
            "exportAsk", "beside the list that is exported",
            "exportCancel", "by who asked for it, while it is written",
            "paperAdd", "a page of its own, for all papers of a project",
            "printCopies", "by who printed it",
            "parkedEventsReplay", "by an operator",
            "sealingKeysRotate", "by an operator");

    private static final Duration ASKED_AGAIN = Duration.ofMillis(250);
    private static final int TIMES = 2;
    private static final int PAGES = 10;
    private static final MissedOffers OF_THE_SERVICE = ofTheService();

    private final List<Command> commands;
    private final Reader reader;
    private final Map<List<Object>, AtomicInteger> looks = new ConcurrentHashMap<>();
    private final Map<String, String> last = new ConcurrentHashMap<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Map<List<String>, Instant> refused = new ConcurrentHashMap<>();
    private final Map<List<String>, Integer> answered = new ConcurrentHashMap<>();

    /// @param document of the service; where there is none, nothing is looked for
    /// @param leftOut  ids of operations
    MissedOffers(@Nullable InterfaceDocument document, Collection<String> leftOut, Reader reader) {
        var operations = document == null ? List.<Operation>of() : document.operations();
        this.reader = reader;
        commands = operations.stream()
                .filter(one -> one.isCommand() && one.path().contains("{") && !leftOut.contains(one.id()))
                .map(one -> new Command(one, one.addresses(), shownBy(one, operations)))
                .filter(one -> !one.shownBy().isEmpty())
                .toList();
    }

    private static MissedOffers ofTheService() {
        var service = Path.of("").toAbsolutePath().getFileName().toString();
        return new MissedOffers(
                InterfaceDocument.published().get(service),
                Stream.of(OF_THE_KIT, nowhereOffered())
                        .flatMap(some -> some.keySet().stream())
                        .toList(),
                (person, address, moment) ->
                        Ask.plainly(person, "GET", address, Map.of(HeaderClock.HEADER, InVain.moment(moment)), null));
    }

    static MissedOffers here() {
        return OF_THE_SERVICE;
    }

    /// The operations that no answer offers, by their ids, with the reason.
    static Map<String, String> nowhereOffered() {
        var found = new Properties();
        try (InputStream file = MissedOffers.class.getResourceAsStream("/nowhere-offered.properties")) {
            if (file != null) {
                found.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), found::getProperty));
    }

    private static List<Operation> shownBy(Operation command, List<Operation> operations) {
        var shown = operations.stream()
                .filter(one -> one.verb().equals("GET")
                        && one.showsOffers()
                        && (isAbove(one.path(), command) || isAbove(thing(one), command)))
                .sorted(Comparator.comparing((Operation one) -> !isAbove(one.path(), command))
                        .thenComparing(one -> -one.path().length()))
                .toList();
        var things = shown.stream().filter(one -> one.path().contains("{")).toList();
        return things.isEmpty() ? shown : things;
    }

    private static boolean isAbove(String path, Operation command) {
        return !path.isEmpty() && (Operation.shape(command.path()) + "/").startsWith(Operation.shape(path) + "/");
    }

    /// What an answer is about: its address up to its last parameter.
    private static String thing(Operation shown) {
        return shown.path().substring(0, shown.path().lastIndexOf('}') + 1);
    }

    /// Carries out what is sent, and fails if it should have been offered and was not.
    Response around(Sent sent, Supplier<Response> carryingOut) {
        var address = sent.address();
        var found = commands.stream()
                .filter(one -> one.operation().verb().equals(sent.verb())
                        && one.addresses().matcher(address).matches())
                .findFirst();
        if (found.isEmpty() || !isNew(sent)) {
            return carryingOut.get();
        }
        var command = found.get();
        var asked = List.of(sent.person().name(), address);
        // What is asked for again and again until it is not refused becomes possible after we looked.
        var isAwaited =
                refused.getOrDefault(asked, Instant.MIN).isAfter(Instant.now().minus(ASKED_AGAIN));
        var missing = isTurnOf(command, sent) ? missing(command, sent) : Optional.<String>empty();
        var answer = carryingOut.get();
        if (answer.statusCode() >= 400) {
            refused.put(asked, Instant.now());
        } else {
            last.put(command.thing(address), command.operation().id());
            var said = answer.asString().hashCode();
            var isSaidAgain = Integer.valueOf(said).equals(answered.put(asked, said));
            if (missing.isPresent() && !isAwaited && !isSaidAgain) {
                throw new AssertionError(missing.get());
            }
        }
        return answer;
    }

    /// Not a repetition, which is answered whatever has come of the thing.
    private boolean isNew(Sent sent) {
        var key = sent.headers().get("Idempotency-Key");
        return key == null || keys.add(key);
    }

    private boolean isTurnOf(Command command, Sent sent) {
        var before = last.getOrDefault(command.thing(sent.address()), "");
        var look = List.<Object>of(command.operation().id(), sent.person().roles(), before);
        return looks.computeIfAbsent(look, _ -> new AtomicInteger()).getAndIncrement() < TIMES;
    }

    /// What to say, if no answer offers it.
    private Optional<String> missing(Command command, Sent sent) {
        var moment = sent.headers().get(HeaderClock.HEADER);
        var seen = new StringBuilder();
        var isSilent = true;
        for (var shown : command.shownBy()) {
            var isAbove = isAbove(shown.path(), command.operation());
            if (!isAbove && !isSilent) {
                break;
            }
            for (var address : addresses(shown, sent)) {
                var page = address;
                for (int pages = 0; page != null; pages++) {
                    var answer = reader.read(sent.person(), page, moment);
                    var body = answer.statusCode() == 200 ? read(answer.asString()) : JSON.nullNode();
                    var named = named(body, Operation.bare(address), sent);
                    // What an empty list does not show yet, the command makes.
                    if (named.stream().anyMatch(one -> one.path("yours").asBoolean())
                            || pages == PAGES
                            || isAbove && isEmptyList(body)) {
                        return Optional.empty();
                    }
                    isSilent &= !isAbove || answer.statusCode() == 200 && named.isEmpty();
                    seen.append("; ").append(page).append(" → ").append(answer.statusCode());
                    page = body.hasNonNull("next")
                            ? address + "&cursor="
                                    + Operation.encoded(body.path("next").asText())
                            : null;
                }
            }
        }
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of("carried out and not offered before: " + command.operation() + " (" + sent.address()
                        + ") to " + sent.person() + seen);
    }

    /// Where the answer stands for the thing: none if it asks for what nobody told us.
    private static List<String> addresses(Operation shown, Sent sent) {
        var thing = thing(shown);
        var address = first(segments(thing), sent.address()) + shown.path().substring(thing.length());
        var unknown = shown.parameters().stream()
                .anyMatch(one -> one.where().equals("query")
                        && one.isRequired()
                        && !one.name().equals("project"));
        if (unknown) {
            return List.of();
        }
        var page = address + "?" + (shown.takes("limit") ? "limit=200" : "");
        if (!shown.takes("project")) {
            return List.of(page);
        }
        var projects = sent.person().projects();
        if (projects.contains("*")) {
            var asksForMore = shown.parameters().stream().anyMatch(Operation.Parameter::isRequired);
            return asksForMore ? List.of() : List.of(page);
        }
        return projects.stream()
                .map(project -> page + "&project=" + Operation.encoded(project))
                .toList();
    }

    private static boolean isEmptyList(JsonNode answer) {
        return answer.path("items").isArray() && answer.path("items").isEmpty();
    }

    /// Who asks for a record that has gone into another is shown the other.
    private static List<JsonNode> named(JsonNode answer, String asked, Sent sent) {
        var shown = asked.replaceFirst("[^/]+$", answer.path("id").asText());
        var wanted = List.of(sent.address(), sent.address().replace(asked, shown));
        return answer.findValues("actions").stream()
                .flatMap(JsonNode::valueStream)
                .filter(action -> action.path("method").asText().equals(sent.verb())
                        && wanted.contains(Operation.bare(action.path("href").asText())))
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int segments(String path) {
        return path.split("/").length;
    }

    private static String first(int segments, String address) {
        return String.join("/", Stream.of(address.split("/")).limit(segments).toList());
    }
}
