package org.anchang.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn.Home;
import org.anchang.events.CustomerEvent;
import org.anchang.events.CustomerEvent.CustomerRegistered;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.Person;
import org.anchang.test.PromisedAnswers;
import org.awaitility.Awaitility;

/// The people of a sales office and the way of a deal through it, over REST. Each office is a project of its own.
public final class TestOffice {
    private static final PromisedAnswers INVENTORY = new PromisedAnswers("inventory-service");

    public final String project = "p" + UUID.randomUUID().toString().substring(0, 8);
    public final Person liNa = Person.consultant("li.na").in(project);
    public final Person wangWei = Person.consultant("wang.wei").in(project);
    public final Person manager = Person.siteManager("zhao.min").in(project);
    public final Person finance = Person.withRole("sun.li", "finance").in(project);

    /// Today's date in the office.
    public static LocalDate today() {
        return LocalDate.now(OfficeClock.OFFICE_ZONE);
    }

    private Ask as(Person person) {
        return Ask.as(person);
    }

    /// A customer of Li Na, told by customer-service.
    public UUID customer() {
        var id = UUID.randomUUID();
        try (var customers = new Neighbour(CustomerEvent.TOPIC)) {
            customers.tells(new CustomerRegistered(
                    id, project, java.time.Instant.now(), "XLY-ZS001", "li.na", "WALK_IN", null, "张**", null, null));
        }
        return id;
    }

    /// A unit of 100 m² at 10,000.00, held by Li Na for the customer.
    public Home home(UUID customer) {
        var home = new Home(UUID.randomUUID(), UUID.randomUUID(), customer, "li.na");
        put(home, true, true);
        return home;
    }

    public void put(Home home, boolean live, boolean certified) {
        put(home, live, certified, false);
    }

    /// @param broken whether inventory fails when the hold is claimed
    public void put(Home home, boolean live, boolean certified, boolean broken) {
        put(home, new Told(live, certified, broken, null, "[]"));
    }

    /// What inventory says of a hold.
    ///
    /// @param sealedFloor INV-12
    /// @param attached    INV-11, as JSON
    /// @param basis       INV-10: what the list total of a million is made of
    public record Told(
            boolean live, boolean certified, boolean broken, String sealedFloor, String attached, String basis) {
        public Told(boolean live, boolean certified, boolean broken, String sealedFloor, String attached) {
            this(live, certified, broken, sealedFloor, attached, "BUILDING_AREA");
        }

        String unitPrice() {
            return basis.equals("WHOLE_UNIT") ? "1000000.00" : "10000.00";
        }
    }

    public void put(Home home, Told told) {
        var body = """
                {"id":"%s","project":"%s","live":%s,"sealedFloor":%s,"customer":"%s","consultant":"%s",\
                "heldAt":"2026-11-02T02:00:00Z","expiresAt":"2030-01-01T00:00:00Z","priceVersion":1,"actions":[],\
                "unit":{"id":"%s","project":"%s","label":"3栋-1单元-3101","buildingId":"0199b6a2-5d3f-7c41-9a55-3f1f0e6c2b10",\
                "building":"3栋","section":"1单元","floor":"31","room":"01","productType":"RESIDENCE","layout":"三室两厅",\
                "area":"100.00","interiorArea":"80.00","areaKind":"PRE_SALE_SURVEY","priceBasis":"%s","priceVersion":1,\
                "unitPrice":"%s","listTotal":"1000000.00","state":"HELD","certificatesComplete":%s,"attached":%s,"actions":[]}}""".formatted(
                        home.hold(),
                        project,
                        told.live(),
                        told.sealedFloor() == null ? null : "\"" + told.sealedFloor() + "\"",
                        home.customer(),
                        home.consultant(),
                        home.unit(),
                        project,
                        told.basis(),
                        told.unitPrice(),
                        told.certified(),
                        told.attached());
        INVENTORY.mayBe("get", "/api/v1/holds/{id}", body);
        RestAssured.given()
                .contentType("application/json")
                .queryParam("broken", told.broken())
                .body(body)
                .put(System.getProperty(InventoryStandIn.ADDRESS) + "/holds/" + home.hold())
                .then()
                .statusCode(200);
    }

    /// POST /deals, waiting until the customer is known here.
    public Response open(Home home) {
        var body = Map.of("project", project, "customer", home.customer(), "hold", home.hold());
        return Awaitility.await().until(() -> as(liNa).post("/api/v1/deals", body), answer -> !"CUSTOMER_NOT_KNOWN_YET"
                .equals(code(answer)));
    }

    /// A ticket with its unit confirmed.
    public UUID confirmed() {
        return confirmed(home(customer()));
    }

    public UUID confirmed(Home home) {
        var opened = open(home);
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        var deal = UUID.fromString(opened.path("id"));
        ok(as(manager).post("/api/v1/deals/" + deal + "/unit-confirmation", Map.of()), 200);
        return deal;
    }

    public Response deposit(UUID deal, String kind, String amount) {
        return deposit(deal, kind, amount, UUID.randomUUID().toString());
    }

    public Response deposit(UUID deal, String kind, String amount, String key) {
        var body = Map.of("amount", amount, "kind", kind, "method", Map.of("type", "POS"));
        return as(liNa).post("/api/v1/deals/" + deal + "/deposits", body, key);
    }

    public UUID reserved() {
        var deal = confirmed();
        ok(deposit(deal, "SMALL", "5000.00"), 201);
        return deal;
    }

    public UUID subscribed() {
        var deal = reserved();
        ok(deposit(deal, "TOP_UP", "45000.00"), 201);
        return deal;
    }

    public Map<String, Object> orderForm() {
        var form = new LinkedHashMap<String, Object>();
        form.put("unitPrice", "10000.00");
        form.put("discount", "20000.00");
        form.put("total", "980000.00");
        form.put("deposit", "50000.00");
        form.put("signBy", today().plusDays(10).toString());
        form.put("taxesAndFees", List.of(Map.of("label", "deed tax", "amount", "9800.00")));
        form.put(
                "buyers",
                List.of(Map.of(
                        "name",
                        "张三",
                        "idType",
                        "ID_CARD",
                        "idNumber",
                        "410303199001011231",
                        "phone",
                        "13800138000",
                        "share",
                        "100.00",
                        "main",
                        true)));
        return form;
    }

    public UUID signedForm(UUID deal) {
        return signedForm(deal, orderForm());
    }

    public UUID signedForm(UUID deal, Map<String, Object> content) {
        var form = UUID.fromString(ok(as(liNa).post("/api/v1/deals/" + deal + "/order-forms", content), 201)
                .path("id"));
        sign(form, liNa, "CUSTOMER");
        sign(form, liNa, "CONSULTANT");
        sign(form, manager, "SITE_MANAGER");
        return form;
    }

    public Response sign(UUID form, Person person, String as) {
        return as(person).post("/api/v1/order-forms/" + form + "/signatures", Map.of("as", as));
    }

    /// Subscribed, order form signed, buyer checked.
    public UUID readyToSign() {
        var deal = subscribed();
        signedForm(deal);
        checkBuyer(deal);
        return deal;
    }

    public void checkBuyer(UUID deal) {
        ok(
                as(liNa).post(
                                "/api/v1/deals/" + deal + "/buyer-checks",
                                Map.of("buyer", "0", "identityChecked", true, "qualification", "local household")),
                200);
    }

    public Response signContract(UUID deal, Map<String, Object> scheme) {
        return as(liNa).post(
                        "/api/v1/deals/" + deal + "/contracts",
                        Map.of("number", "HT-" + deal.toString().substring(24), "scheme", scheme));
    }

    public UUID contracted() {
        var deal = readyToSign();
        ok(
                signContract(
                        deal,
                        Map.of("type", "LUMP_SUM", "payBy", today().plusDays(7).toString())),
                201);
        return deal;
    }

    public Response pay(UUID deal, String amount) {
        return pay(deal, amount, "PRICE");
    }

    /// INV-17: each slip stands for money that came in once.
    public static String freshSlip() {
        return "S-" + UUID.randomUUID();
    }

    public Response pay(UUID deal, String amount, String nature) {
        return as(finance)
                .post(
                        "/api/v1/deals/" + deal + "/payments",
                        Map.of(
                                "amount",
                                amount,
                                "nature",
                                nature,
                                "method",
                                Map.of("type", "BANK_TRANSFER", "slip", freshSlip())));
    }

    /// Contracted at 980,000.00: 300,000.00 by the buyer, 680,000.00 by the bank.
    public UUID mortgaged() {
        var deal = readyToSign();
        var scheme = Map.of(
                "type", "MORTGAGE",
                "downPayment", "300000.00",
                "downPaymentBy", today().plusDays(3).toString(),
                "loanAmount", "680000.00",
                "bank", "Bank of Luoyang",
                "documents",
                        List.of(
                                Map.of(
                                        "name",
                                        "identity card",
                                        "dueOn",
                                        today().plusDays(5).toString()),
                                Map.of(
                                        "name",
                                        "income statement",
                                        "dueOn",
                                        today().minusDays(2).toString())));
        ok(signContract(deal, scheme), 201);
        return deal;
    }

    public Response onMortgage(Person person, UUID deal, String command, Object body) {
        return as(person).post("/api/v1/deals/" + deal + "/mortgage/" + command, body);
    }

    /// Mortgaged, and the bank's 680,000.00 are there.
    public UUID disbursed() {
        var deal = mortgaged();
        ok(onMortgage(liNa, deal, "documents", Map.of("name", "identity card")), 200);
        ok(onMortgage(liNa, deal, "documents", Map.of("name", "income statement")), 200);
        ok(onMortgage(liNa, deal, "submission", Map.of()), 200);
        ok(onMortgage(liNa, deal, "approval", Map.of("amount", "680000.00")), 200);
        ok(onMortgage(finance, deal, "disbursement", Map.of("amount", "680000.00", "slip", freshSlip())), 200);
        return deal;
    }

    public Response get(UUID deal) {
        return as(liNa).get("/api/v1/deals/" + deal);
    }

    public static Response ok(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer;
    }

    public static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.<String>path("title"))
                .as("words with all their facts")
                .doesNotContain("{");
    }

    private static String code(Response answer) {
        return answer.statusCode() < 400 ? "" : answer.path("code");
    }
}
