package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.anchang.office.Application;
import org.anchang.office.Office;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `docs/api` holds the interface that the running services describe themselves. `-Dupdate` writes it anew.
@ExtendWith(RunningOffice.class)
class OpenApiDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @ParameterizedTest
    @EnumSource(Application.class)
    @DisplayName("docs/api is the running service's interface, to the last type, bound and required member")
    void documentIsTrue(Application application, Office office) throws IOException, InterruptedException {
        var described = described(office, application);
        var file = RunningOffice.ROOT.resolve("docs/api/" + application.title() + ".json");
        if (System.getProperty("update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(described) + "\n");
        }
        var documented = new TreeSet<>(lines(read(file)));
        var running = new TreeSet<>(lines(described));
        assertThat(running.stream().filter(line -> !documented.contains(line)))
                .as("only in the running service")
                .isEmpty();
        assertThat(documented.stream().filter(line -> !running.contains(line)))
                .as("only in %s", file)
                .isEmpty();
    }

    private static JsonNode described(Office office, Application application) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(office.address(application, 0).resolve("/q/openapi?format=json"))
                    .build();
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.exists(file) ? Files.readString(file) : "{}");
    }

    /// One line a value, with its place.
    private static List<String> lines(JsonNode document) {
        var lines = new ArrayList<String>();
        collect("", document, lines);
        return lines;
    }

    private static void collect(String place, JsonNode value, List<String> lines) {
        if (value.isContainerNode() && !value.isEmpty()) {
            value.properties().forEach(member -> collect(place + " " + member.getKey(), member.getValue(), lines));
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                collect(place + " " + i, value.get(i), lines);
            }
        } else {
            lines.add(place + ": " + value);
        }
    }
}
