package org.anchang.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressesTest {
    private static final Map<String, String> NOTHING = Map.of();
    private static final Map<String, String> ELSEWHERE = Map.of(
            "ANCHANG_POSTGRES", "jdbc:postgresql://elsewhere/",
            "ANCHANG_POSTGRES_USER", "auditor",
            "ANCHANG_POSTGRES_PASSWORD", "secret",
            "ANCHANG_KAFKA", "elsewhere:9092");

    @TempDir
    Path usual;

    @TempDir
    Path other;

    @Test
    @DisplayName("the usual office, another's folder, or one that is not on this machine; the folder named counts most")
    void found() throws IOException {
        running(usual, "usual");
        running(other, "other");

        assertEquals("usual:9092", Addresses.find(usual, List.of(), NOTHING).kafka());
        assertEquals(
                "elsewhere:9092", Addresses.find(usual, List.of(), ELSEWHERE).kafka());
        var named = List.of("--data", other.toString());
        assertEquals("other:9092", Addresses.find(usual, named, NOTHING).kafka());
        assertEquals("other:9092", Addresses.find(usual, named, ELSEWHERE).kafka());
    }

    @Test
    @DisplayName("no office, no folder or a word that nobody knows is one line that says what to do")
    void notFound() {
        for (var words : List.<List<String>>of(List.of(), List.of("--data"), List.of("--date", "x"), List.of("x"))) {
            var failure = assertThrows(IOException.class, () -> Addresses.find(usual, words, NOTHING));

            assertTrue(failure.getMessage().contains("deploy/audit [--data FOLDER]"));
            assertEquals(1, failure.getMessage().lines().count());
        }
    }

    private static void running(Path folder, String host) throws IOException {
        Files.writeString(
                folder.resolve("office.properties"),
                "postgres=jdbc:postgresql://%1$s/\npostgres.user=u\npostgres.password=p\nkafka=%1$s:9092\n"
                        .formatted(host));
    }
}
