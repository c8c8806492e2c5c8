package org.anchang.customer.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.anchang.customer.Office;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class PastOwnerResourceTest {
    private static final List<String> CONSULTANTS = List.of("li.na", "wang.lei", "zhao.min");

    /// Whose the customers were at a moment.
    private record Picture(String at, List<String> owners) {}

    private final Office office = new Office();

    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName(
            "AOF-1 TRK-2 whose a customer was at a moment is whose they were shown to be then, however often that changed")
    void randomHistory() throws SQLException {
        var random = new Random(3);
        var before = now();
        var customers = List.of(office.customerOf("li.na"), office.customerOf("li.na"));
        CONSULTANTS.forEach(office::hires);
        var pictures = new ArrayList<Picture>();
        pictures.add(new Picture(now(), owners(customers)));
        for (int step = 0; step < 8; step++) {
            var customer = customers.get(random.nextInt(2));
            var to = CONSULTANTS.get(random.nextInt(3));
            if (!to.equals(owner(customer))) {
                office.with("sales-supervisor")
                        .post("/api/v1/customers/" + customer + "/reassignments", Map.of("to", to, "reason", "x"));
            }
            pictures.add(new Picture(now(), owners(customers)));
        }

        assertThat(pictures.stream().map(Picture::owners).distinct().count()).isGreaterThan(2);
        for (var picture : pictures) {
            for (int one = 0; one < 2; one++) {
                assertThat(asOf(customers.get(one), picture.at()))
                        .isEqualTo(picture.owners().get(one));
            }
        }
        var different = office.siteManager()
                .get("/api/v1/owner-differences?project=" + office.project + "&from="
                        + pictures.getFirst().at() + "&to=" + pictures.getLast().at())
                .jsonPath();
        for (int one = 0; one < 2; one++) {
            var first = pictures.getFirst().owners().get(one);
            var last = pictures.getLast().owners().get(one);
            assertThat(different
                            .getList("items.customer")
                            .contains(customers.get(one).toString()))
                    .isEqualTo(!first.equals(last));
        }
        assertThat((String) office.siteManager()
                        .get("/api/v1/customers/" + customers.getFirst() + "/as-of?at=" + before)
                        .path("code"))
                .isEqualTo("MOMENT_BEFORE_THE_BEGINNING");
    }

    private List<String> owners(List<UUID> customers) {
        return customers.stream().map(this::owner).toList();
    }

    private String owner(UUID customer) {
        return office.siteManager().get("/api/v1/customers/" + customer).path("owner");
    }

    private String asOf(UUID customer, String at) {
        return office.siteManager()
                .get("/api/v1/customers/" + customer + "/as-of?at=" + at)
                .path("customer.owner");
    }

    private String now() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
