package org.anchang.inventory.catalogue;

import static org.anchang.inventory.AnOffice.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.events.InventoryEvent;
import org.anchang.events.InventoryEvent.ProjectOpened;
import org.anchang.inventory.AnOffice;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Overheard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class RehearsalProjectTest {
    @Inject
    AgroalDataSource database;

    @Test
    @DisplayName("INV-8 a project for rehearsals is left out where projects are listed, and listed where asked for")
    void leftOut() {
        var office = AnOffice.empty();
        var code = office.project + "-r";
        var asked = Map.of("code", code, "name", "开盘排练", "region", "排练", "rehearsal", true);

        assertThat(office.siteManager.post("/api/v1/projects", asked).statusCode())
                .isEqualTo(403);
        var made = done(office.administrator.post("/api/v1/projects", asked));

        assertThat((boolean) made.path("rehearsal")).isTrue();
        assertThat(codes(office, "")).contains(office.project).doesNotContain(code);
        assertThat(codes(office, "&rehearsals=true")).contains(code).doesNotContain(office.project);
    }

    @Test
    @DisplayName("CUS-2 INV-1 the opening of a project is told with its region, once")
    void openingIsTold() {
        var office = AnOffice.empty();
        var code = office.project + "-z";
        var asked = Map.of("code", code, "name", "云杉里", "region", "郑州", "city", "郑州市");
        done(office.administrator.post("/api/v1/projects", asked));
        assertThat(office.administrator.post("/api/v1/projects", asked).statusCode())
                .isEqualTo(409);

        var stream = UUID.nameUUIDFromBytes(("project " + code).getBytes(StandardCharsets.UTF_8));
        try (var heard = new Overheard(InventoryEvent.TOPIC)) {
            var told = heard.await(stream, ProjectOpened.class);
            assertThat(told.region()).isEqualTo("郑州");
            assertThat(told.project()).isEqualTo(code);
            assertThat(heard.of(stream)).hasSize(1);
        }
    }

    @Test
    @DisplayName("INV-8 no real project becomes one for rehearsals, nor the other way round")
    void staysReal() {
        var office = AnOffice.empty();

        assertThatThrownBy(() -> write("UPDATE project SET rehearsal = true WHERE code = '" + office.project + "'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("stays so");
    }

    @Test
    @DisplayName("INV-14 the units of a release are listed page by page, for managers of its project alone")
    void unitsOfRelease() {
        var office = AnOffice.with(5).certified();
        var opened = office.units().subList(0, 3);
        String release = done(office.releasing(Map.of("units", opened))).path("id");
        var path = "/api/v1/releases/" + release + "/units";

        var first = done(office.siteManager.get(path + "?limit=2"));
        List<String> found = new ArrayList<>(first.<List<String>>path("items.id"));
        found.addAll(done(office.siteManager.get(path + "?limit=2&cursor=" + first.path("next")))
                .<List<String>>path("items.id"));

        assertThat(found).containsExactlyInAnyOrderElementsOf(opened);
        assertThat(office.liNa.get(path).statusCode()).isEqualTo(403);
        assertThat(AnOffice.empty().siteManager.get(path).statusCode()).isEqualTo(404);
    }

    private static List<String> codes(AnOffice office, String more) {
        var codes = new ArrayList<String>();
        for (var cursor = ""; cursor != null; ) {
            var page = done(office.administrator.get("/api/v1/projects?limit=200" + more + cursor));
            codes.addAll(page.<List<String>>path("items.code"));
            var next = page.<String>path("next");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return codes;
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
