package org.anchang.commission;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class TempDocumentTest {
    @Test
    void write() throws Exception {
        var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        var text = RestAssured.given().get("/q/openapi?format=json").asString();
        Files.writeString(
                Path.of("../docs/api/commission-service.json"), json.writeValueAsString(json.readTree(text)) + "\n");
    }
}
