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
    @DisplayName("docs/api has every operation and every member of the running service's interface, and no other")
    void documentIsTrue(Application application, Office office) throws IOException, InterruptedException {
        var described = described(office, application);
        var file = RunningOffice.ROOT.resolve("docs/api/" + application.title() + ".json");
        if (System.getProperty("update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(described) + "\n");
        }
        assertThat(outline(read(file))).isEqualTo(outline(described));
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

    /// One line an operation with its answers, one line a member of a schema.
    private static TreeSet<String> outline(JsonNode document) {
        var lines = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> operation
                        .getValue()
                        .path("responses")
                        .fieldNames()
                        .forEachRemaining(
                                status -> lines.add(operation.getKey() + " " + path.getKey() + " " + status))));
        document.path("components").path("schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .fieldNames()
                .forEachRemaining(member -> lines.add(schema.getKey() + "." + member)));
        return lines;
    }
}
