package org.anchang.test;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// A person at a service: `ask(liNa).post("/api/v1/deals", body)`. Every POST has a fresh idempotency key.
public final class Ask {
    private static final PlainPaths PLAIN_PATHS = new PlainPaths();

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
                .body(body)
                .post(path);
    }

    /// A request with the person's token, for anything else.
    public RequestSpecification request() {
        return RestAssured.given().filter(PLAIN_PATHS).header("Authorization", "Bearer " + person.token());
    }
}
