package org.anchang.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// A person at a service: `ask(liNa).post("/api/v1/deals", body)`. Every POST has a fresh idempotency key.
public final class Ask {
    private static final PlainPaths PLAIN_PATHS = new PlainPaths();

    /// As the services write it: moments and dates are text.
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Person person;

    private Ask(Person person) {
        this.person = person;
    }

    public static Ask as(Person person) {
        return new Ask(person);
    }

    public Response get(String path) {
        return request().get(path);
    }

    /// @param body a record, a map, or JSON as text
    public Response post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Response post(String path) {
        return request().header("Idempotency-Key", UUID.randomUUID().toString()).post(path);
    }

    public Response post(String path, Object body, String idempotencyKey) {
        return request()
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body(body instanceof String json ? json : written(body))
                .post(path);
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// A request with the person's token, for anything else.
    public RequestSpecification request() {
        return RestAssured.given()
                .filter(PLAIN_PATHS)
                .filter(new KeptOffers(person))
                .header("Authorization", "Bearer " + person.token());
    }
}
