package org.anchang.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchang.test.MissedOffers.Sent;
import org.jspecify.annotations.Nullable;

/// A person at a service: `ask(liNa).post("/api/v1/deals", body)`. Every POST has a fresh idempotency key.
///
/// What is asked plainly goes by the JDK's own client, which keeps its connections: REST Assured opens one for each
/// request, and takes several times as much of the processor as what it asks for.
public final class Ask {
    /// As the services write it: moments and dates are text.
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    /// What stands in an address as it is; the rest is left to REST Assured, which knows how to write it.
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("/[\\w/.~=&?,:@-]*");
    /// Whoever has not answered by then will not; how quick they are is no question here.
    private static final Duration AT_LAST = Duration.ofMinutes(2);

    private final Person person;

    private Ask(Person person) {
        this.person = person;
    }

    public static Ask as(Person person) {
        return new Ask(person);
    }

    public Response get(String path) {
        return ask("GET", path, Map.of(), null);
    }

    /// @param body a record, a map, or JSON as text
    public Response post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Response post(String path) {
        return ask("POST", path, Map.of("Idempotency-Key", UUID.randomUUID().toString()), null);
    }

    public Response post(String path, Object body, String idempotencyKey) {
        return ask(
                "POST",
                path,
                Map.of("Idempotency-Key", idempotencyKey),
                body instanceof String json ? json : written(body));
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Response ask(String verb, String path, Map<String, String> headers, @Nullable String body) {
        if (PLAIN_ADDRESS.matcher(path).matches()) {
            return looked(new Sent(person, verb, path, headers), () -> plainly(person, verb, path, headers, body));
        }
        var request = request().headers(headers);
        return (body == null ? request : request.contentType(ContentType.JSON).body(body)).request(verb, path);
    }

    /// What is offered is kept, and nothing that is carried out was not offered.
    private Response looked(Sent sent, Supplier<Response> asking) {
        var answer = MissedOffers.here().around(sent, asking);
        new KeptOffers(person).mustBeKept(answer);
        return answer;
    }

    /// Asks without a look at what is offered.
    ///
    /// @param body JSON
    static Response plainly(
            Person person, String verb, String path, Map<String, String> headers, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .timeout(AT_LAST)
                .header("Authorization", "Bearer " + person.token())
                .header("Accept", "*/*");
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            var begun = System.nanoTime();
            var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return PlainAnswer.of(
                    answer, Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A request with the person's token, for anything else.
    public RequestSpecification request() {
        return RestAssured.given()
                .filter((request, wanted, context) -> {
                    var sent = new Sent(
                            person,
                            request.getMethod(),
                            URI.create(request.getURI()).getRawPath(),
                            request.getHeaders().asList().stream()
                                    .collect(Collectors.toMap(Header::getName, Header::getValue, (one, _) -> one)));
                    return looked(sent, () -> PlainAnswer.of(context.next(request, wanted)));
                })
                .header("Authorization", "Bearer " + person.token());
    }
}
