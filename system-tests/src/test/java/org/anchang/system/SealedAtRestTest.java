package org.anchang.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.client.Answer;
import org.anchang.office.Application;
import org.anchang.office.Office;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What an office keeps of a customer's identity, health and family, looked at from outside: its files as who has the
/// disk reads them, and its rows as who has the database does.
@ExtendWith(RunningOffice.class)
class SealedAtRestTest {
    private static final String PROJECT = "sealed";
    private static final String ID = "410303199304125711";
    private static final String NEW_ID = "410303199511236828";
    /// Whose last character is not what it should be: refused, and spoken of in no log.
    private static final String WRONG_ID = "410303199304125710";

    private static final String PHONE = "13781927364";
    private static final String SECOND_PHONE = "13781927365";
    private static final String CALLERS_PHONE = "13781927366";
    private static final String BUYERS_PHONE = "13781927367";
    private static final String HEALTH = "心脏搭过桥怕爬楼";
    private static final String FAMILY = "与岳母同住十五年";
    private static final String CHILDREN = "双胞胎念实验小学";
    private static final String SAID = "提过老人要做透析";
    private static final Set<String> SECRETS = Set.of(
            ID, NEW_ID, WRONG_ID, PHONE, SECOND_PHONE, CALLERS_PHONE, BUYERS_PHONE, HEALTH, FAMILY, CHILDREN, SAID);

    private static final int PIECE = 8 << 20;
    private static final byte[] EMPTY = new byte[PIECE];
    private static final int OVERLAP = 256;

    @Test
    @DisplayName(
            "CUS-6 CUS-7 after a run the database's files and rows, the broker's and the logs hold no ID number, phone, health"
                    + " or family value in clear")
    void nothingInClear(Office office) throws IOException, SQLException {
        try (var floor = new SalesFloor(office, PROJECT).open(PriceLists.made("封存", 1, 4, 2))) {
            meet(floor);
            renamed(floor, sold(floor));
            takenBack(floor);
        }
        try (var database = office.postgres().connect("postgres");
                var statement = database.createStatement()) {
            // What is in memory only is written too.
            statement.execute("CHECKPOINT");
        }

        assertThat(found(RunningOffice.FOLDER.resolve("postgres"), Set.of(PROJECT)))
                .as("the files can be read so")
                .isNotEmpty();
        assertThat(found(RunningOffice.FOLDER.resolve("kafka"), Set.of("\"project\":\"" + PROJECT + "\"")))
                .as("the events can be read so")
                .isNotEmpty();
        for (var part : List.of("postgres", "kafka", "logs")) {
            assertThat(found(RunningOffice.FOLDER.resolve(part), SECRETS))
                    .as(part)
                    .isEmpty();
        }
        assertThat(found(RunningOffice.FOLDER.resolve("keycloak/keycloak.log"), SECRETS))
                .isEmpty();
        for (var application : Application.values()) {
            // What the database has compressed is read in its rows.
            try (var database = office.postgres().connect(application.database())) {
                assertThat(foundInRows(database)).as(application.database()).isEmpty();
            }
        }
    }

    /// All that is known of people before they buy, asked for and refused too.
    private static void meet(SalesFloor floor) {
        var customer = customer(floor, PHONE);
        var path = "/customers/" + customer;
        floor.liNa
                .post("/visits", Map.of("project", PROJECT, "customer", customer, "note", SAID))
                .done();
        floor.liNa
                .post("/follow-ups", Map.of("customer", customer, "way", "CALL", "said", HEALTH, "intentGrade", "A"))
                .done();
        floor.liNa
                .post(
                        "/calls",
                        Map.of(
                                "project", PROJECT,
                                "phone", CALLERS_PHONE,
                                "seconds", 60,
                                "questions", List.of(),
                                "note", SAID))
                .done();
        floor.liNa
                .post("/missed-calls", Map.of("project", PROJECT, "phone", CALLERS_PHONE))
                .done();
        floor.liNa
                .post(
                        "/complaints",
                        Map.of(
                                "project",
                                PROJECT,
                                "kind",
                                "COMPLAINT",
                                "way",
                                "PHONE",
                                "personName",
                                "来电人",
                                "phone",
                                CALLERS_PHONE,
                                "text",
                                HEALTH))
                .done();
        for (var purpose : List.of("HEALTH", "FAMILY", "CHILDREN")) {
            floor.liNa
                    .post(path + "/dossier/consents", Map.of("purpose", purpose, "given", true, "way", "IN_WRITING"))
                    .done();
        }
        floor.liNa
                .change(
                        path + "/dossier",
                        Map.of(
                                "values",
                                List.of(
                                        Map.of("field", "health", "value", HEALTH),
                                        Map.of("field", "familySituation", "value", FAMILY),
                                        Map.of("field", "children", "value", CHILDREN))))
                .done();
        floor.siteManager.get(path).done();
        floor.siteManager.get(path + "/dossier").done();
        floor.liNa.get("/customers?project=" + PROJECT + "&query=" + PHONE).done();
        floor.liNa
                .get("/customers/known?project=" + PROJECT + "&phone=" + SECOND_PHONE)
                .done();
        var refused = floor.liNa.post(
                "/customers",
                Map.of(
                        "project", PROJECT,
                        "name", "刘丽",
                        "phone", SECOND_PHONE,
                        "channel", "REFERRAL",
                        "note", FAMILY));
        assertThat(refused.code()).isEqualTo("INTRODUCER_MISSING");
    }

    private static String customer(SalesFloor floor, String phone) {
        return floor.liNa
                .post(
                        "/customers",
                        Map.of(
                                "project", PROJECT,
                                "name", "刘丽",
                                "phone", phone,
                                "channel", "WALK_IN",
                                "note", SAID))
                .done()
                .id();
    }

    private static Answer sold(SalesFloor floor) {
        var customer = customer(floor, SECOND_PHONE);
        var hold = floor.hold(floor.liNa, customer);
        var deal = floor.liNa
                .post("/deals", Map.of("project", PROJECT, "customer", customer, "hold", hold.id()))
                .done();
        var path = "/deals/" + deal.id();
        floor.siteManager.post(path + "/unit-confirmation").done();
        floor.liNa
                .post(path + "/deposits", Papers.deposit("FULL", SalesFloor.FULL_DEPOSIT.toPlainString()))
                .done();
        assertThat(floor.orderFormOf(floor.liNa, hold, deal, buyer(WRONG_ID)).isDone())
                .isFalse();
        var form = floor.orderFormOf(floor.liNa, hold, deal, buyer(ID)).done();
        floor.liNa
                .post("/deal-papers/order-form/" + form.id() + "/prints", Map.of("copies", 1))
                .done();
        floor.sign(floor.liNa, form.id());
        return floor.liNa.get(path).done();
    }

    private static void renamed(SalesFloor floor, Answer deal) {
        var asked = floor.liNa
                .post(
                        "/deals/" + deal.id() + "/rename-requests",
                        Map.of(
                                "reason",
                                FAMILY,
                                "buyers",
                                List.of(buyer(NEW_ID)),
                                "oldBuyersSigned",
                                true,
                                "newBuyersSigned",
                                true))
                .done();
        floor.approve(asked, floor.salesManager, floor.generalManager, floor.finance);
        floor.waitFor(floor.liNa, "/requests/" + asked.id(), "state", "DONE");
    }

    /// What is said of holds, places in line and receipts that end.
    private static void takenBack(SalesFloor floor) {
        var hold = floor.hold(floor.liNa, floor.register(floor.liNa, "刘丽").id());
        var other = floor.register(floor.liNa, "刘丽");
        var place = floor.liNa
                .post("/waiting-places", Map.of("unit", hold.text("unit/id"), "customer", other.id()))
                .done();
        floor.liNa
                .post("/waiting-places/" + place.id() + "/leave", Map.of("reason", FAMILY))
                .done();
        floor.siteManager
                .post("/holds/" + hold.id() + "/extensions", Map.of("minutes", 1, "reason", HEALTH))
                .done();
        var released = floor.liNa
                .post("/holds/" + hold.id() + "/release", Map.of("reason", HEALTH))
                .done();
        assertThat(released.text("endReason")).isEqualTo(HEALTH);
        var deal = floor.contracted(floor.liNa, Papers.lumpSum());
        var paid = floor.liNa
                .post("/deals/" + deal.id() + "/payments", Papers.payment(new BigDecimal("1000.00")))
                .done();
        var voided = floor.finance
                .post("/receipts/" + paid.text("receipt/id") + "/void", Map.of("reason", FAMILY))
                .done();
        assertThat(voided.text("reason")).isEqualTo(FAMILY);
    }

    private static Map<String, Object> buyer(String idNumber) {
        return Map.of(
                "name",
                "刘丽",
                "idType",
                "ID_CARD",
                "idNumber",
                idNumber,
                "phone",
                BUYERS_PHONE,
                "share",
                "100.00",
                "main",
                true);
    }

    /// Which of the texts stand in which file, as bytes.
    private static Set<String> found(Path where, Set<String> texts) throws IOException {
        var sought = new byte[256][][];
        texts.stream()
                .map(text -> text.getBytes(UTF_8))
                .collect(Collectors.groupingBy(text -> text[0] & 0xff))
                .forEach((first, all) -> sought[first] = all.toArray(byte[][]::new));
        var found = new TreeSet<String>();
        try (var files = Files.walk(where)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                look(file, sought, found);
            }
        }
        return found;
    }

    /// @param sought by their first byte: each byte of a database is looked at once, not once for each of them
    private static void look(Path file, byte[][][] sought, Set<String> found) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var piece = new byte[OVERLAP + PIECE];
            for (int kept = 0, read; (read = bytes.readNBytes(piece, kept, PIECE)) > 0; ) {
                var end = kept + read;
                // Most of what a broker has laid out is empty yet.
                if (!Arrays.equals(piece, kept, end, EMPTY, 0, read)) {
                    startingIn(piece, end, sought).forEach(text -> found.add(text + " in " + file));
                }
                kept = Math.min(OVERLAP, end);
                System.arraycopy(piece, end - kept, piece, 0, kept);
            }
        } catch (NoSuchFileException _) {
            // The office is at work: it takes files away.
        }
    }

    private static Set<String> startingIn(byte[] piece, int end, byte[][][] sought) {
        var texts = new TreeSet<String>();
        for (int at = 0; at < end; at++) {
            var may = sought[piece[at] & 0xff];
            for (int i = 0; may != null && i < may.length; i++) {
                var until = at + may[i].length;
                if (until <= end && Arrays.equals(piece, at, until, may[i], 0, may[i].length)) {
                    texts.add(new String(may[i], UTF_8));
                }
            }
        }
        return texts;
    }

    /// Which tables have any of the secrets, as text or as bytes.
    private static List<String> foundInRows(Connection database) throws SQLException {
        var sought = SECRETS.stream()
                .flatMap(secret -> Stream.of(secret, HexFormat.of().formatHex(secret.getBytes(UTF_8))))
                .collect(Collectors.joining("|"));
        var found = new ArrayList<String>();
        for (var table : tables(database)) {
            var sql = "SELECT substring(t::text FROM ?) FROM %s t WHERE t::text ~ ? LIMIT 1".formatted(table);
            try (var query = database.prepareStatement(sql)) {
                query.setString(1, sought);
                query.setString(2, sought);
                try (var rows = query.executeQuery()) {
                    if (rows.next()) {
                        found.add(rows.getString(1) + " in " + table);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection database) throws SQLException {
        var tables = new ArrayList<String>();
        try (var query = database.createStatement();
                var rows = query.executeQuery(
                        "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public'"
                                + " AND table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
