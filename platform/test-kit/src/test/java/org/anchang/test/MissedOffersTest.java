package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.builder.ResponseBuilder;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.anchang.test.MissedOffers.Sent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What was carried out and not offered is found.
class MissedOffersTest {
    private static final String DOCUMENT = """
            {"paths": {
               "/walls": {"get": {"operationId": "wallList", "parameters": [
                                    {"name": "project", "in": "query", "required": true, "schema": {"type": "string"}}],
                                  "responses": {"200": {"content": {"application/json": {"schema":
                                    {"type": "object", "properties": {"actions": {}}}}}}}},
                          "post": {"operationId": "wallBuild", "responses": {}}},
               "/walls/{id}/paint": {"post": {"operationId": "wallPaint", "responses": {}}},
               "/roofs/{id}": {"get": {"operationId": "roofGet", "responses": {"200": {"content": {"application/json": {"schema":
                                    {"type": "object", "properties": {"actions": {}}}}}}}}},
               "/roofs/{id}/care": {"get": {"operationId": "roofCare", "responses": {"200": {"content": {"application/json":
                                    {"schema": {"type": "object", "properties": {"actions": {}}}}}}}}},
               "/roofs/{id}/tiles": {"post": {"operationId": "roofTile", "responses": {}}},
               "/doors/{id}/lock": {"post": {"operationId": "doorLock", "responses": {}}}}}""";
    private static final String NOTHING = "{\"items\": [{\"actions\": []}]}";
    private static final String TO_PAINT = """
            {"actions": [{"name": "paint", "method": "POST", "href": "/walls/7/paint", "roles": [], "yours": %s}]}""";
    private static final String TO_TILE = """
            {"actions": [{"name": "tile", "method": "POST", "href": "/roofs/7/tiles", "roles": [], "yours": %s}]}""";
    private static final Person LI_NA = Person.consultant("li.na").in("songfeng");

    @Test
    @DisplayName("a command that nothing offered before is found, one that is another's too")
    void missed() {
        assertThatThrownBy(() -> carriedOut(showing(NOTHING), "/walls/7/paint", 201))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /walls/{id}/paint")
                .hasMessageContaining("/walls?&project=songfeng");
        assertThatThrownBy(() -> carriedOut(showing(TO_PAINT.formatted(false)), "/walls/7/paint", 201))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    @DisplayName("what was offered, was refused, hangs on no thing or has no answer with offers is none")
    void offered() {
        assertThat(carriedOut(showing(TO_PAINT.formatted(true)), "/walls/7/paint", 201))
                .isEqualTo(201);
        assertThat(carriedOut(showing(NOTHING), "/walls/7/paint", 409)).isEqualTo(409);
        assertThat(carriedOut(showing(NOTHING), "/walls", 201)).isEqualTo(201);
        assertThat(carriedOut(showing(NOTHING), "/doors/7/lock", 201)).isEqualTo(201);
    }

    @Test
    @DisplayName("an answer beside the thing's own offers it, too, unless the thing's own says that it is not theirs")
    void beside() {
        var beside = Map.of("/roofs/7?", NOTHING, "/roofs/7/care?", TO_TILE.formatted(true));
        var contradicted = Map.of("/roofs/7?", TO_TILE.formatted(false), "/roofs/7/care?", TO_TILE.formatted(true));

        assertThat(carriedOut(showing(beside), "/roofs/7/tiles", 201)).isEqualTo(201);
        assertThatThrownBy(() -> carriedOut(showing(contradicted), "/roofs/7/tiles", 201))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> carriedOut(showing(NOTHING), "/roofs/7/tiles", 201))
                .hasMessageContaining("/roofs/7? → 200; /roofs/7/care? → 200");
    }

    @Test
    @DisplayName("what is answered as it was the last time says again what was said")
    void saidAgain() {
        var showing = new AtomicReference<>(TO_PAINT.formatted(true));
        var offers = missedOffers(_ -> showing.get(), List.of());

        assertThat(carriedOut(offers, "/walls/7/paint", 201)).isEqualTo(201);
        showing.set(NOTHING);
        assertThat(carriedOut(offers, "/walls/7/paint", 201)).isEqualTo(201);
    }

    @Test
    @DisplayName("a command that is listed as offered nowhere is not looked for")
    void listed() {
        assertThat(carriedOut(missedOffers(_ -> NOTHING, List.of("wallPaint")), "/walls/7/paint", 201))
                .isEqualTo(201);
    }

    private static MissedOffers showing(String answer) {
        return missedOffers(_ -> answer, List.of());
    }

    private static MissedOffers showing(Map<String, String> answers) {
        return missedOffers(answers::get, List.of());
    }

    private static MissedOffers missedOffers(Function<String, String> answers, List<String> nowhereOffered) {
        try {
            return new MissedOffers(
                    new InterfaceDocument(new ObjectMapper().readTree(DOCUMENT)),
                    nowhereOffered,
                    (_, address, _) -> answered(200, answers.apply(address)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int carriedOut(MissedOffers offers, String path, int status) {
        var sent = new Sent(
                LI_NA, "POST", path, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        return offers.around(sent, () -> answered(status, "{}")).statusCode();
    }

    private static Response answered(int status, String body) {
        return new ResponseBuilder().setStatusCode(status).setBody(body).build();
    }
}
