package org.anchang.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.anchang.office.Application;
import org.anchang.office.Server;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackagedServicesTest {
    @ParameterizedTest(name = "{0}")
    @EnumSource(Application.class)
    @DisplayName("SEC-2 nothing in a service as packaged lets a request say when it is")
    void noClockOfRequests(Server service) throws IOException {
        var ours = ours(service);
        // The service itself, what Quarkus made of it, and the kit at least.
        assertThat(ours).hasSizeGreaterThan(3);
        for (var jar : ours) {
            assertThat(namesOf("X-Office-Clock", jar)).as(jar.toString()).isEmpty();
        }
        assertThat(ours).noneMatch(jar -> jar.toString().contains("office-clock"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Application.class)
    @DisplayName("what makes the interface document true is at work in the build alone")
    void noRepairsOfTheDocument(Server service) throws IOException {
        assertThat(ours(service)).noneMatch(jar -> jar.getFileName().toString().startsWith("org.anchang.openapi"));
    }

    private static List<Path> ours(Server service) throws IOException {
        var packaged = requireNonNull(service.runner(RunningOffice.ROOT).getParent());
        try (var files = Files.walk(packaged)) {
            return files.filter(file ->
                            packaged.relativize(file).toString().matches("(app/|quarkus/|.*/org\\.anchang\\.).*\\.jar"))
                    .toList();
        }
    }

    /// The entries of a jar in which the word stands.
    private static List<String> namesOf(String word, Path jar) throws IOException {
        var found = new ArrayList<String>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                try (var content = zip.getInputStream(entry)) {
                    if (new String(content.readAllBytes(), ISO_8859_1).contains(word)) {
                        found.add(entry.getName());
                    }
                }
            }
        }
        return found;
    }
}
