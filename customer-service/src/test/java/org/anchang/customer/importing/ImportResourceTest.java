package org.anchang.customer.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anchang.customer.Office;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sheet.Table;
import org.anchang.kit.sql.Database;
import org.anchang.test.AWorkbook;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ImportResourceTest {
    private static final String PATH = "/api/v1/customer-imports";
    private static final Charset GBK = Charset.forName("GBK");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Office office = new Office();

    @Inject
    Database database;

    @Inject
    RunningImports running;

    @Inject
    ReadingImports reading;

    @Inject
    Sealing sealing;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "CUS-8 COM-1 TRK-5 CUS-9 whom a file names no consultant of is nobody's, not the importer's; who takes them"
                    + " is the first; tags of the dictionary are set, others come back")
    void nobodys() throws IOException {
        office.isInRegion("IC");
        office.siteManager()
                .post("/api/v1/customer-tags", Map.of("project", office.project, "name", "学区"))
                .then()
                .statusCode(200);
        var phone = Office.freshPhone();
        var sent = send(
                "CUSTOMERS", """
                姓名,手机号,标签
                张三,%s,学区、
                李四,%s,没有的
                """.formatted(phone, Office.freshPhone()).getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(counts(sent, "fresh", "bad")).containsExactly(1, 1);

        run(sent, "APPEND");

        var customer = found(phone);
        assertThat(customer.getString("items[0].owner")).isEqualTo("*");
        assertThat(customer.getString("items[0].firstConsultant")).isEqualTo("*");
        assertThat(customer.getList("items[0].tags.name")).containsExactly("学区");
        assertThat(told("CustomerReassigned")).isZero();
        var taken = office.claim("li.na", UUID.fromString(customer.getString("items[0].id")));
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
        assertThat(taken.jsonPath().getString("firstConsultant")).isEqualTo("li.na");
        assertThat(told("OwnershipDecided")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "CUS-8 CUS-2 CUS-3 a preview writes nothing; what is new is registered as it was, by its author and on its date; the rest comes back")
    void append() throws IOException {
        office.isInRegion("IA");
        office.hires("li.na");
        var known = Office.freshPhone();
        office.as("li.na")
                .post("/api/v1/customers", office.visitor("老客", known))
                .then()
                .statusCode(201);
        var zhang = Office.freshPhone();
        var li = Office.freshPhone();
        // A spreadsheet in China saves CSV in GBK.
        var sent = send(
                "CUSTOMERS",
                """
                姓名,手机号,置业顾问,登记日期,登记人,性别,意向等级,备注,旧字段
                张三,%s,LI.NA,2024/3/5,老王,男,B级,看过样板间,甲
                李四,+86 %s,赵离职,,,,,,
                张三,%1$s,,2024-01-02,,,,还要车位,
                老客,%s,,,,,,,
                王五,123,,,,,,,
                =1+1,%s,,,,,,@SUM(A1),乙
                """.formatted(zhang, li, known, Office.freshPhone()).getBytes(GBK),
                "text/csv");

        assertThat(counts(sent, "rows", "fresh", "known", "duplicates", "bad")).containsExactly(6, 2, 1, 1, 2);
        assertThat(sent.getString("state")).isEqualTo("READY");
        assertThat(sent.getList("consultants.written")).containsExactly("LI.NA", "赵离职", "");
        assertThat(sent.getList("consultants.person")).containsExactly("li.na", null, null);
        assertThat(sent.getList("sheets[0].unknownColumns")).containsExactly("旧字段");
        assertThat(found(zhang).getList("items")).isEmpty();

        var done = run(sent, "APPEND");

        assertThat(counts(done, "worked", "added", "updated", "left", "merged", "failed"))
                .containsExactly(4, 2, 0, 0, 1, 1);
        var customer = found(zhang);
        assertThat(customer.getString("items[0].number")).isEqualTo("XIA-ZS001");
        assertThat(customer.getString("items[0].owner")).isEqualTo("li.na");
        assertThat(customer.getString("items[0].channel")).isEqualTo("SOURCED");
        assertThat(customer.getString("items[0].intentGrade")).isEqualTo("B");
        assertThat(customer.getString("items[0].registeredAt")).isEqualTo("2024-01-01T16:00:00Z");
        assertThat(found("%E5%BC%A0").getList("items")).hasSize(1);
        assertThat(found(li).getString("items[0].owner")).isEqualTo("*");
        assertThat(office.siteManager()
                        .get("/api/v1/pool/" + office.project)
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
        assertThat(told("CustomerRegistered")).isEqualTo(3);
        assertThat(told("CustomerReassigned")).isEqualTo(1);
        var origins = office.siteManager()
                .get(PATH + "/origins/" + customer.getString("items[0].id"))
                .jsonPath();
        assertThat(origins.getList("author")).containsExactly("老王");
        assertThat(origins.getList("importedBy")).containsExactly("chen.jing");

        var errors = office.siteManager().get(PATH + "/" + sent.getString("id") + "/error-file");
        errors.then().statusCode(200);
        assertThat(errors.header("Content-Disposition")).contains("errors.csv");
        assertThat(new String(errors.asByteArray(), StandardCharsets.UTF_8).split("\r\n"))
                .hasSize(4)
                .satisfies(lines -> {
                    assertThat(lines[0]).isEqualTo("\uFEFF姓名,手机号,置业顾问,登记日期,登记人,性别,意向等级,备注,旧字段,reason");
                    assertThat(lines[1]).startsWith("老客," + known + ",").contains("is known already");
                    assertThat(lines[2]).startsWith("王五,123,,,,,,,,手机号: is no phone number");
                    assertThat(lines[3]).startsWith("'=1+1,").contains(",'@SUM(A1),乙,\"姓名: is a formula");
                });
        var reasons = office.siteManager()
                .request()
                .header("Accept-Language", "zh")
                .get(PATH + "/" + sent.getString("id") + "/bad-rows")
                .jsonPath();
        assertThat(reasons.getList("items.line")).containsExactly(5, 6, 7);
        assertThat(reasons.getString("items[1].reason")).isEqualTo("手机号：不是电话号码");
    }

    @Test
    @DisplayName(
            "CUS-8 CUS-10 known customers are put right with history, or left as they are, whichever mode is chosen")
    void updateOrSkip() {
        var phone = Office.freshPhone();
        var customer = office.as("li.na").post("/api/v1/customers", office.visitor("张三", phone));
        customer.then().statusCode(201);
        var file = "客户姓名,联系电话,性别,来源,等级\n张三丰,%s,男,户外,A\n".formatted(phone).getBytes(StandardCharsets.UTF_8);

        var skipped = run(send("CUSTOMERS", file, "text/csv"), "SKIP");
        assertThat(counts(skipped, "added", "updated", "left", "failed")).containsExactly(0, 0, 1, 0);

        var updated = run(send("CUSTOMERS", file, "text/csv"), "UPDATE");
        assertThat(counts(updated, "added", "updated", "left", "failed")).containsExactly(0, 1, 0, 0);
        assertThat(found(phone).getString("items[0].intentGrade")).isEqualTo("A");
        var history = office.siteManager()
                .get("/api/v1/customers/" + customer.jsonPath().getString("id") + "/corrections")
                .jsonPath();
        assertThat(history.getList("items.field")).containsExactlyInAnyOrder("NAME", "GENDER", "SOURCE");
        assertThat(history.getList("items.reason")).containsOnly("试跑");
        assertThat(found("sanfeng").getList("items")).hasSize(1);

        assertThat(counts(run(send("CUSTOMERS", file, "text/csv"), "UPDATE"), "updated", "left"))
                .containsExactly(0, 1);
    }

    @Test
    @DisplayName(
            "CUS-8 TRK-1 follow-ups and visits keep their author and date, are written once, and are nobody's without a customer")
    void talks() {
        var phone = Office.freshPhone();
        office.hires("li.na");
        run(
                send(
                        "CUSTOMERS",
                        "姓名,原编号,手机,置业顾问\n张三,K-1,%s,li.na\n".formatted(phone).getBytes(StandardCharsets.UTF_8),
                        "text/csv"),
                "APPEND");
        var customer = UUID.fromString(found(phone).getString("items[0].id"));
        var talks = AWorkbook.of(
                        AWorkbook.row(1, "客户编号", "电话", "跟进日期", "跟进人", "跟进方式", "跟进内容", "意向等级"),
                        AWorkbook.row(2, "K-1", "", "2024-03-05 10:00", "老王", "电话", "想要三居", "A"),
                        AWorkbook.row(3, "", phone, "2024-03-01", "li.na", "来访", "第一次来", "C"),
                        AWorkbook.row(4, "K-1", "", "2024-03-05 10:00", "老王", "电话", "想要三居", "A"),
                        AWorkbook.row(5, "K-9", "", "2024-03-05", "老王", "电话", "谁", ""))
                .bytes();

        var sent = send("FOLLOW_UPS", talks, XLSX);
        assertThat(counts(sent, "rows", "fresh", "known", "duplicates", "bad")).containsExactly(4, 2, 0, 1, 1);
        assertThat(sent.getList("modes")).containsExactly("APPEND", "UPDATE", "SKIP");
        assertThat(counts(run(sent, "SKIP"), "added", "left", "merged", "failed"))
                .containsExactly(2, 0, 1, 0);

        var kept = office.siteManager()
                .get("/api/v1/follow-ups?project=" + office.project + "&customer=" + customer)
                .jsonPath();
        assertThat(kept.getList("items.by")).containsExactlyInAnyOrder("老王", "li.na");
        assertThat(kept.getList("items.said")).containsExactlyInAnyOrder("想要三居", "第一次来");
        assertThat(found(phone).getString("items[0].intentGrade")).isEqualTo("A");
        assertThat(counts(run(send("FOLLOW_UPS", talks, XLSX), "SKIP"), "added", "left"))
                .containsExactly(0, 2);

        var errors = folder.resolve("errors.xlsx");
        var lines = new ArrayList<List<String>>();
        try {
            Files.write(
                    errors,
                    office.siteManager()
                            .get(PATH + "/" + sent.getString("id") + "/error-file")
                            .asByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Table.read(errors, ImportKind.FOLLOW_UPS.columns(), null, line -> lines.add(line.texts()));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().getFirst()).isEqualTo("K-9");

        var visits = "手机,来访日期,接待人,来访记录\n%s,2024/3/1,老王,一家三口\n".formatted(phone).getBytes(StandardCharsets.UTF_8);
        assertThat(counts(run(send("VISITS", visits, "text/csv"), "APPEND"), "added", "failed"))
                .containsExactly(1, 0);
        assertThat(counts(run(send("VISITS", visits, "text/csv"), "APPEND"), "added", "failed"))
                .containsExactly(0, 1);
        var seen = office.siteManager()
                .get("/api/v1/visits?project=" + office.project + "&customer=" + customer)
                .jsonPath();
        assertThat(seen.getList("items.receiver")).containsExactly("老王");
        assertThat(seen.getString("items[0].receivedAt")).isEqualTo("2024-02-29T16:00:00Z");
    }

    @Test
    @DisplayName(
            "CUS-8 TRK-1 an update changes what was said or noted at a moment, never who said it or when; the same file again"
                    + " changes nothing")
    void updatedTalks() {
        var phone = Office.freshPhone();
        office.hires("li.na");
        run(send("CUSTOMERS", csv("姓名,手机,置业顾问", "张三," + phone + ",li.na"), "text/csv"), "APPEND");
        var customer = UUID.fromString(found(phone).getString("items[0].id"));
        var columns = "手机,跟进日期,跟进人,跟进内容,意向等级";
        var first = csv(columns, phone + ",2024-03-05 10:00,老王,想要三居,B", phone + ",2024-03-06,老王,来过电话,");
        var second = csv(columns, phone + ",2024-03-05 10:00,老王,想要四居,A", phone + ",2024-03-06,老王,又来电话,");
        run(send("FOLLOW_UPS", first, "text/csv"), "APPEND");

        var updated = run(send("FOLLOW_UPS", second, "text/csv"), "UPDATE");
        var again = run(send("FOLLOW_UPS", second, "text/csv"), "UPDATE");

        assertThat(counts(updated, "added", "updated", "left", "failed"))
                .as("of a day alone other words are another talk")
                .containsExactly(1, 1, 0, 0);
        assertThat(counts(again, "added", "updated", "left", "failed")).containsExactly(0, 0, 2, 0);
        var kept = office.siteManager()
                .get("/api/v1/follow-ups?project=" + office.project + "&customer=" + customer)
                .jsonPath();
        assertThat(kept.getList("items.said")).containsExactlyInAnyOrder("想要四居", "来过电话", "又来电话");
        assertThat(kept.getList("items.by")).containsOnly("老王");
        assertThat(kept.getString("items.find { it.said == '想要四居' }.at")).isEqualTo("2024-03-05T02:00:00Z");
        assertThat(found(phone).getString("items[0].intentGrade")).isEqualTo("A");

        var visit = "手机,来访时间,接待人,来访记录";
        run(send("VISITS", csv(visit, phone + ",2024-03-01 15:30,老王,一家三口"), "text/csv"), "APPEND");
        var noted = csv(visit, phone + ",2024-03-01 15:30,老王,一家四口");
        assertThat(counts(run(send("VISITS", noted, "text/csv"), "UPDATE"), "added", "updated"))
                .containsExactly(0, 1);
        assertThat(counts(run(send("VISITS", noted, "text/csv"), "UPDATE"), "updated", "left"))
                .containsExactly(0, 1);
        var seen = office.siteManager()
                .get("/api/v1/visits?project=" + office.project + "&customer=" + customer)
                .jsonPath();
        assertThat(seen.getList("items.receiver")).containsExactly("老王");
        assertThat(seen.getList("items.note")).containsExactly("一家四口");
    }

    private static byte[] csv(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("CUS-8 a run that broke off goes on behind the last slice that was written, and writes nothing twice")
    void brokenOff() {
        office.isInRegion("IB");
        office.hires("li.na");
        var phones = new ArrayList<String>();
        var file = new StringBuilder("姓名,手机,置业顾问\n");
        for (int i = 0; i < 7; i++) {
            phones.add(Office.freshPhone());
            file.append("张三,").append(phones.get(i)).append(",li.na\n");
        }
        var id = UUID.fromString(send("CUSTOMERS", file.toString().getBytes(StandardCharsets.UTF_8), "text/csv")
                .getString("id"));
        // A replica has begun it, and no other looks for now.
        Superuser.run(
                "UPDATE customer_import SET state = 'RUNNING', mode = 'APPEND', run_by = 'chen.jing', run_at = now(), reason = '"
                        + sealing.seal("x", RunningImports.reasonOf(id)) + "' WHERE id = '" + id + "'",
                "INSERT INTO customer_import_turn (project, import, next_at) VALUES ('" + office.project + "', '" + id
                        + "', now() + interval '1 day')");

        assertThat(running.slice(id, 3)).isTrue();
        assertThat(counts(get(id), "worked", "added")).containsExactly(3, 3);
        // The next one fails: what it had written is gone with it.
        Superuser.run("UPDATE customer_import_row SET cells = cells || '\\x00'::bytea WHERE import = '" + id
                + "' AND line = 6");
        assertThatThrownBy(() -> running.slice(id, 3)).isInstanceOf(RuntimeException.class);
        assertThat(counts(get(id), "worked", "added")).containsExactly(3, 3);
        assertThat(found(phones.get(3)).getList("items")).isEmpty();
        Superuser.run(
                "UPDATE customer_import_row SET cells = substring(cells FROM 1 FOR length(cells) - 1) WHERE import = '"
                        + id + "' AND line = 6",
                "UPDATE customer_import_turn SET next_at = now() WHERE import = '" + id + "'");

        assertThat(counts(ended(id), "worked", "added", "failed")).containsExactly(7, 7, 0);
        assertThat(found("XIB-ZS").getList("items.number"))
                .containsExactlyInAnyOrder(
                        "XIB-ZS001", "XIB-ZS002", "XIB-ZS003", "XIB-ZS004", "XIB-ZS005", "XIB-ZS006", "XIB-ZS007");
        assertThat(told("CustomerRegistered")).isEqualTo(7);
        assertThat(database.sql("SELECT count(*) FROM customer_import_row WHERE import = :id")
                        .with("id", id)
                        .one(Long.class))
                .isZero();
    }

    @Test
    @DisplayName("CUS-8 a row that cannot be written comes back, and keeps none of the others")
    void oneBadRow() {
        var good = Office.freshPhone();
        var bad = Office.freshPhone();
        var refused = "nobody of " + office.project;
        var file = "姓名,手机,登记人\n张三,%s,%s\n李四,%s,\n王五,%s,\n"
                .formatted(bad, refused, good, Office.freshPhone())
                .getBytes(StandardCharsets.UTF_8);
        var sent = send("CUSTOMERS", file, "text/csv");
        Superuser.run("UPDATE customer_import_row SET cells = cells || '\\x00'::bytea WHERE import = '"
                + sent.getString("id") + "' AND line = 4");
        Superuser.run(
                "ALTER TABLE customer ADD CONSTRAINT nobodys CHECK (registered_by <> '" + refused + "') NOT VALID");
        try {
            assertThat(counts(run(sent, "APPEND"), "worked", "added", "failed")).containsExactly(3, 1, 2);
        } finally {
            Superuser.run("ALTER TABLE customer DROP CONSTRAINT nobodys");
        }
        assertThat(found(good).getList("items")).hasSize(1);
        assertThat(found(bad).getList("items")).isEmpty();
        assertThat(office.siteManager()
                        .get(PATH + "/" + sent.getString("id") + "/error-file")
                        .asString())
                .contains(bad, "could not be written");
    }

    @Test
    @DisplayName(
            "CUS-8 of two who start at once one does, in a project one import runs at a time, and what is stopped goes on")
    void atOnce() throws Exception {
        office.hires("li.na");
        var first = send("CUSTOMERS", ("姓名,手机\n张三," + Office.freshPhone() + "\n").getBytes(GBK), "text/csv");
        var second = send("CUSTOMERS", ("姓名,手机\n李四," + Office.freshPhone() + "\n").getBytes(GBK), "text/csv");
        // Another import of the project has its turn, and rests.
        Superuser.run("INSERT INTO customer_import_turn (project, import, next_at) VALUES ('" + office.project + "', '"
                + second.getString("id") + "', now() + interval '1 day')");
        var refused = start(first, "APPEND");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("IMPORT_IS_RUNNING");
        Superuser.run("DELETE FROM customer_import_turn WHERE import = '" + second.getString("id") + "'");

        var both = new CountDownLatch(2);
        try (var people = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<Future<Response>>();
            for (int i = 0; i < 2; i++) {
                answers.add(people.submit(() -> {
                    both.countDown();
                    both.await();
                    return start(first, "APPEND");
                }));
            }
            assertThat(List.of(status(answers.get(0)), status(answers.get(1)))).containsExactlyInAnyOrder(200, 409);
        }
        var done = ended(UUID.fromString(first.getString("id")));
        assertThat(counts(done, "added")).containsExactly(1);
        assertThat(start(first, "APPEND").jsonPath().getString("code")).isEqualTo("IMPORT_IS_NOT_READY");
        assertThat(stop(second).jsonPath().getString("code")).isEqualTo("IMPORT_IS_NOT_RUNNING");

        Superuser.run(
                "UPDATE customer_import SET state = 'RUNNING', mode = 'APPEND', run_by = 'chen.jing', run_at = now(), reason = '"
                        + sealing.seal("x", RunningImports.reasonOf(UUID.fromString(second.getString("id"))))
                        + "' WHERE id = '" + second.getString("id") + "'",
                "INSERT INTO customer_import_turn (project, import, next_at) VALUES ('" + office.project + "', '"
                        + second.getString("id") + "', now() + interval '1 day')");
        assertThat(stop(second).jsonPath().getString("state")).isEqualTo("STOPPED");
        assertThat(start(second, "SKIP").jsonPath().getString("code")).isEqualTo("IMPORT_MODE_NOT_POSSIBLE");
        assertThat(counts(run(second, "APPEND"), "added")).containsExactly(1);
    }

    @Test
    @DisplayName("CUS-8 SEC-4 what is no table, or was made to end a process, is refused with the reason")
    void hostile() {
        for (var file : Map.of(
                        "IT_IS_A_PDF", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
                        "COLUMNS_ARE_MISSING", "姓\n".getBytes(StandardCharsets.UTF_8),
                        "A_CELL_LIES_OUTSIDE",
                                AWorkbook.of(AWorkbook.row(1, "姓名"), "<row r=\"2\"><c r=\"ZZZZZ2\"><v>1</v></c></row>")
                                        .bytes())
                .entrySet()) {
            var refused = sending("CUSTOMERS", file.getValue(), "application/octet-stream");
            assertThat(refused.statusCode()).as(file.getKey()).isEqualTo(422);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("IMPORT_NOT_UNDERSTOOD");
        }
        var endless = "姓名,手机,备注\n张三,13903790001," + "x".repeat(100_000) + "\n";
        assertThat(sending("CUSTOMERS", endless.getBytes(StandardCharsets.UTF_8), "text/csv")
                        .statusCode())
                .isIn(201, 422);
    }

    @Test
    @DisplayName("CUS-8 SEC-1 CUS-6 the site manager alone imports; rows wait sealed, and not for ever")
    void rights() {
        var file = ("姓名,手机\n张三," + Office.freshPhone() + "\n").getBytes(StandardCharsets.UTF_8);
        var sent = send("CUSTOMERS", file, "text/csv");
        var id = sent.getString("id");

        assertThat(office.as("li.na").get(PATH + "/" + id).statusCode()).isEqualTo(403);
        assertThat(new Office().siteManager().get(PATH + "/" + id).statusCode()).isEqualTo(404);
        assertThat(new Office()
                        .siteManager()
                        .post(PATH + "/" + id + "/run", Map.of("mode", "SKIP"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.siteManager()
                        .get("/api/v1/customers/counts?project=" + office.project)
                        .jsonPath()
                        .getList("actions.name"))
                .containsExactly("import");
        var cells = database.sql("SELECT cells FROM customer_import_row WHERE import = :id")
                .with("id", UUID.fromString(id))
                .one(byte[].class);
        assertThat(new String(Objects.requireNonNull(cells), StandardCharsets.UTF_8))
                .doesNotContain("张三");

        Superuser.run("UPDATE customer_import SET sent_at = sent_at - interval '20 days' WHERE id = '" + id + "'");
        reading.forgetOldOnes();
        assertThat(get(UUID.fromString(id)).getString("state")).isEqualTo("LAPSED");
        assertThat(start(sent, "APPEND").statusCode()).isEqualTo(409);
        assertThat(database.sql("SELECT count(*) FROM customer_import_row WHERE import = :id")
                        .with("id", UUID.fromString(id))
                        .one(Long.class))
                .isZero();
    }

    private Response sending(String kind, byte[] file, String type) {
        office.visitor("x", "x");
        return office.siteManager()
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(type)
                .body(file)
                .post(PATH + "?project=" + office.project + "&kind=" + kind);
    }

    private JsonPath send(String kind, byte[] file, String type) {
        var sent = sending(kind, file, type);
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(201);
        return sent.jsonPath();
    }

    private Response start(JsonPath sent, String mode) {
        return office.siteManager()
                .post(PATH + "/" + sent.getString("id") + "/run", Map.of("mode", mode, "reason", "试跑"));
    }

    private Response stop(JsonPath sent) {
        return office.siteManager().post(PATH + "/" + sent.getString("id") + "/stop");
    }

    private JsonPath run(JsonPath sent, String mode) {
        var started = start(sent, mode);
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(200);
        return ended(UUID.fromString(sent.getString("id")));
    }

    private JsonPath ended(UUID id) {
        await().until(() -> get(id).getString("state").equals("DONE"));
        return get(id);
    }

    private JsonPath get(UUID id) {
        return office.siteManager().get(PATH + "/" + id).jsonPath();
    }

    private JsonPath found(String query) {
        return office.siteManager()
                .request()
                .urlEncodingEnabled(false)
                .get("/api/v1/customers?project=" + office.project + "&query=" + query)
                .jsonPath();
    }

    private long told(String type) {
        return database.sql("SELECT count(*) FROM outbox WHERE project = :project AND type LIKE '%' || :type || '%'")
                .with("project", office.project)
                .with("type", type)
                .one(Long.class);
    }

    private static int status(Future<Response> answer) throws InterruptedException, ExecutionException {
        return answer.get().statusCode();
    }

    private static List<Object> counts(JsonPath of, String... names) {
        var counts = new ArrayList<Object>();
        for (var name : names) {
            counts.add(of.getInt(name));
        }
        return counts;
    }
}
