package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// What a neighbour's interface document (`docs/api`) says of its answers: whoever stands in for it in a test says
/// nothing else.
public final class PromisedAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InterfaceDocument document;

    /// @param service e.g. `inventory-service`
    public PromisedAnswers(String service) {
        try {
            document = new InterfaceDocument(
                    JSON.readTree(Path.of("../docs/api", service + ".json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fails unless the operation may answer so: no member that it does not have, none lacking, each of its kind.
    public void mayBe(String verb, String path, String body) {
        try {
            assertThat(document.flaws(verb, path, JSON.readTree(body)))
                    .as("%s %s of the neighbour never answers so", verb, path)
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
