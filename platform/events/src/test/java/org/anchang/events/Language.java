package org.anchang.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The whole published language: topics, and the records of each.
final class Language {
    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path RELEASED = Path.of("src/test/resources/released");
    static final List<Class<? extends Event>> TOPICS = List.of(
            CustomerEvent.class, InventoryEvent.class, DealEvent.class, ApprovalEvent.class, CommissionEvent.class);

    private Language() {}

    static String topicOf(Class<? extends Event> language) {
        try {
            return (String) language.getField("TOPIC").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The records of a topic in alphabetical order, without `Unknown`, which is a reader's and never published.
    static List<Class<?>> eventsOf(Class<?> language) {
        return leaves(language)
                .distinct()
                .filter(type -> !type.getSimpleName().equals("Unknown"))
                .sorted(java.util.Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    static Path schemaOf(Path root, Class<? extends Event> language, Class<?> event) {
        return root.resolve(topicOf(language)).resolve(event.getSimpleName() + ".json");
    }

    /// Compares a generated document with the committed one; `-Dupdate` commits it anew.
    static String committed(Path file, String generated) throws IOException {
        if (System.getProperty("update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Language::leaves)
                : Stream.of(type);
    }
}
