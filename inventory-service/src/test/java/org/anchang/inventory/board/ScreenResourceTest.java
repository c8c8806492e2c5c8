package org.anchang.inventory.board;

import static org.anchang.inventory.AnOffice.assertRefused;
import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.anchang.inventory.AnOffice;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.inventory.unit.CellsChanged;
import org.anchang.kit.stop.PauseOver;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Screens under load, and screens that lose their line.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ScreenResourceTest {
    @TestHTTPResource
    URI service;

    @Inject
    DataSource database;

    @Inject
    OpenScreens screens;

    @Test
    @DisplayName("OPS-1 when the service stops its streams end in order at once, and none begins")
    void stopping() {
        var office = AnOffice.selling(2);
        var stream = service.resolve("/api/v1/sales-control/" + office.project + "/changes");
        try (var screen =
                Screens.open(service, office.project, Person.consultant("li.na").in(office.project), "0")) {
            await().until(() -> screens.open(office.project) == 1);
            screens.end(new PauseOver());

            await().until(screen::hasEnded);
            assertThat(office.liNa.get(stream.getPath()).statusCode()).isEqualTo(503);
        } finally {
            ClientProxy.unwrap(screens).stopping = false;
        }
    }

    @Test
    @DisplayName("INV-7 a screen that loses its line again and again while much changes has missed nothing in the end")
    void losesItsLine() throws SQLException {
        var office = AnOffice.selling(40);
        var chance = new Random(3);
        var states = List.of("HELD", "AVAILABLE");
        var shown = new HashMap<String, String>();
        var since = office.liNa
                .get("/api/v1/sales-control/" + office.project)
                .jsonPath()
                .getString("version");
        for (int round = 0; round < 12; round++) {
            try (var screen = screen(office, since)) {
                for (int change = 0; change < 10; change++) {
                    write("UPDATE unit SET state = '" + states.get(round % 2) + "', layout = '" + round + "-" + change
                            + "' WHERE state = '" + states.get((round + 1) % 2)
                            + "' AND id IN (SELECT id FROM unit WHERE project = '"
                            + office.project + "' ORDER BY random() LIMIT " + (1 + chance.nextInt(12)) + ")");
                    hint(office);
                }
                var seen = round;
                if (round % 3 == 0) {
                    await().until(() -> screen.cells().values().stream()
                            .anyMatch(cell -> cell.path("layout").asText().startsWith(seen + "-")));
                }
                since = screen.lastEvent();
                screen.cells().forEach((unit, cell) -> shown.put(unit, text(cell)));
            }
        }
        try (var screen = screen(office, since)) {
            await().untilAsserted(() -> {
                var now = new HashMap<>(shown);
                screen.cells().forEach((unit, cell) -> now.put(unit, text(cell)));
                assertThat(now).containsAllEntriesOf(changed(office));
            });
        }
    }

    @Test
    @DisplayName("INV-7 a reader that does not read is dropped, slows nobody, and catches up when it comes back")
    void slowReader() throws SQLException, IOException {
        var office = AnOffice.selling(40);
        var since = office.liNa
                .get("/api/v1/sales-control/" + office.project)
                .jsonPath()
                .getString("version");
        try (var slow = unread(office, since);
                var quick = screen(office, since)) {
            await().until(() -> screens.open(office.project) == 2);

            // Two megabytes at a time: more than what lies between the two.
            for (int round = 0; screens.open(office.project) == 2 && round < 20; round++) {
                var last = round + "!";
                write("UPDATE unit SET layout = repeat('大', 16000) || '" + last + "' WHERE project = '" + office.project
                        + "'");
                hint(office);
                await().until(() -> quick.cells().size() == 40
                        && quick.cells().values().stream()
                                .allMatch(cell -> cell.path("layout").asText().endsWith(last)));
            }

            assertThat(screens.open(office.project)).isEqualTo(1);
            assertThat(quick.hasEnded()).isFalse();
            assertThat(isCut(slow)).isTrue();
            write("UPDATE unit SET layout = '三室' WHERE project = '" + office.project + "'");
            try (var back = screen(office, since)) {
                await().until(() -> back.cells().values().stream()
                                .filter(cell -> cell.path("layout").asText().equals("三室"))
                                .count()
                        == 40);
            }
        }
        await().until(() -> screens.open(office.project) == 0);
    }

    @Test
    @DisplayName(
            "INV-7 who is behind by more cells than a stream shows is told to read the table again; whoever catches"
                    + " up, and does not even read, keeps no other screen waiting")
    void farBehind() throws SQLException, IOException {
        var office = AnOffice.with(2_000);
        var first = office.units().getFirst();
        var version = version(office);
        try (var quick = screen(office, version);
                var behind = screen(office, "0");
                var slow = unread(office, "0")) {
            await().until(() -> screens.open(office.project) == 3);

            write("UPDATE unit SET layout = '三室' WHERE id = '" + first + "'");
            hint(office);

            await().until(() -> quick.cells().containsKey(first));
            await().until(() -> behind.cells().size() == 2_000
                    && behind.cells().get(first).path("layout").asText().equals("三室"));
            assertThat(behind.reloads()).isZero();

            done(office.importing("项目,楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价\n松风,3栋,1单元,900,01,110.53,100.05,10000.00\n"));
            try (var furtherBehind = screen(office, "0")) {
                await().until(() -> furtherBehind.reloads() > 0
                        && Long.parseLong(furtherBehind.lastEvent()) > Long.parseLong(version));
                // The unit of the list may be shown once more to whoever opened before the others had seen it.
                assertThat(furtherBehind.cells()).hasSizeLessThanOrEqualTo(1);
                // The one that does not read is still there: nothing but its own catching up waits for it.
                assertThat(screens.open(office.project)).isEqualTo(4);
                assertThat(slow.getInputStream().read()).isEqualTo('H');

                var before = furtherBehind.reloads();
                write("UPDATE unit SET layout = '四室' WHERE project = '" + office.project + "'");
                hint(office);

                await().until(() -> quick.reloads() > 0 && furtherBehind.reloads() > before);
                write("UPDATE unit SET layout = '五室' WHERE id = '" + first + "'");
                hint(office);
                await().until(() -> Stream.of(quick, furtherBehind)
                        .allMatch(screen -> screen.shows(first).contains("五室")));
                assertThat(furtherBehind.cells()).hasSizeLessThanOrEqualTo(2);
            }
        }
        await().until(() -> screens.open(office.project) == 0);
    }

    @Test
    @DisplayName("SEC-1 a stream ends with the token by which it was opened; with a new one nothing is missed")
    void tokenEnds() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        var stream = service.resolve("/api/v1/sales-control/" + office.project + "/changes");
        var liNa = Person.consultant("li.na").in(office.project);
        try (var screen = Screens.open(stream, liNa.token(Duration.ofSeconds(4)), version(office))) {
            await().until(screen::hasEnded);
            await().until(() -> screens.open(office.project) == 0);
            done(office.liNa.post("/api/v1/holds", holdOf(unit)));

            try (var back = Screens.open(stream, liNa, screen.lastEvent())) {
                await().until(() -> "HELD".equals(back.stateOf(unit)));
            }
        }
    }

    @Test
    @DisplayName(
            "INV-7 who comes back with an id that the table has not come to, as after a database was restored, or that"
                    + " it never gave out, is told to read it again, and hears what changes then")
    void idOfAnotherTable() {
        var office = AnOffice.selling(1);
        var unit = office.units().getFirst();
        var version = Long.parseLong(version(office));
        var strange = String.valueOf(version + 100_000);
        try (var restored = screen(office, strange);
                var anyText = screen(office, "x-81204")) {
            await().until(() -> restored.reloads() > 0 && anyText.reloads() > 0);
            assertThat(Long.parseLong(restored.lastEvent())).isBetween(version, version + 99_999);

            done(office.liNa.post("/api/v1/holds", holdOf(unit)));

            await().until(() -> "HELD".equals(restored.stateOf(unit)) && "HELD".equals(anyText.stateOf(unit)));
        }
    }

    @Test
    @DisplayName("INV-7 a change reaches many open screens, and each as much as it may see; one person has so many and"
            + " no more, and so has the process")
    void many() {
        var office = AnOffice.selling(2);
        var units = office.units();
        var lines = new java.util.ArrayList<Screens>();
        try {
            for (int i = 0; i < 30; i++) {
                lines.add(Screens.open(
                        service,
                        office.project,
                        Person.consultant(i < 20 ? "kiosk" : "li.na").in(office.project),
                        "0"));
            }
            await().until(() -> screens.open(office.project) == 30);
            var stream = "/api/v1/sales-control/" + office.project + "/changes";
            assertRefused(
                    InventoryRefusal.SCREEN_LIMIT_REACHED,
                    office.consultant("kiosk").get(stream));
            var here = ClientProxy.unwrap(screens);
            var most = here.mostStreams;
            here.mostStreams = 30;
            assertThat(office.siteManager.get(stream).statusCode()).isEqualTo(503);
            here.mostStreams = most;

            done(office.liNa.post("/api/v1/holds", holdOf(units.getFirst())));
            Screens.show(lines, units.getFirst(), "HELD");
            done(office.siteManager.post(
                    "/api/v1/units/" + units.getLast() + "/withholdings", Map.of("reason", "样板间")));
            Screens.show(lines, units.getLast(), "CLOSED");
        } finally {
            lines.forEach(Screens::close);
        }
    }

    /// A stream that nobody reads.
    private Socket unread(AnOffice office, String since) throws IOException {
        var line = new Socket();
        line.setReceiveBufferSize(4_096);
        line.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        line.getOutputStream()
                .write(("GET /api/v1/sales-control/" + office.project + "/changes?since=" + since
                                + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                + Person.consultant("li.na").in(office.project).token() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private static String version(AnOffice office) {
        return office.liNa
                .get("/api/v1/sales-control/" + office.project)
                .jsonPath()
                .getString("version");
    }

    private Screens screen(AnOffice office, String since) {
        return Screens.open(service, office.project, Person.consultant("li.na").in(office.project), since);
    }

    private void hint(AnOffice office) {
        screens.changedHere(new CellsChanged(office.project));
    }

    private static String text(com.fasterxml.jackson.databind.JsonNode cell) {
        return cell.path("state").asText() + " " + cell.path("layout").asText();
    }

    private Map<String, String> changed(AnOffice office) throws SQLException {
        var changed = new HashMap<String, String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT id, state || ' ' || layout FROM unit WHERE layout IS NOT NULL AND" + " project = '"
                                + office.project + "'")) {
            while (rows.next()) {
                changed.put(rows.getString(1), rows.getString(2));
            }
        }
        return changed;
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Whether the line ends before all was read.
    private static boolean isCut(Socket line) throws IOException {
        line.setSoTimeout(90_000);
        var buffer = new byte[65_536];
        try {
            while (true) {
                if (line.getInputStream().read(buffer) < 0) {
                    return true;
                }
            }
        } catch (SocketException e) {
            return true;
        }
    }
}
