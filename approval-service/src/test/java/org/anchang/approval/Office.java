package org.anchang.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.events.DealEvent;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.seal.Courier;
import org.anchang.kit.seal.FormTexts;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.Person;
import org.eclipse.microprofile.config.ConfigProvider;

/// A project of its own for each test, with one person per role, and deal-service as a neighbour.
public final class Office implements AutoCloseable {
    public static final String APPLICANT = "li.na";

    /// As deal-service seals what people wrote.
    private static final Courier COURIER =
            Courier.under(ConfigProvider.getConfig().getValue("anchang.sealing.key", String.class));

    public final String project = "p" + UUID.randomUUID().toString().substring(0, 8);
    private final Neighbour deals = new Neighbour(DealEvent.TOPIC);

    /// A request as a deal tells it, not told yet.
    public record Asked(UUID deal, UUID request, DealEvent.Request event) {}

    public Asked request(Form form, Map<String, String> fields) {
        return request(form, fields, APPLICANT);
    }

    public Asked request(Form form, Map<String, String> open, String applicant) {
        var deal = UUID.randomUUID();
        var id = UUID.randomUUID();
        var fields = FormTexts.told(open, id, COURIER);
        var at = Instant.now();
        DealEvent.Request event =
                switch (form) {
                    case DISCOUNT -> new DealEvent.DiscountRequested(deal, project, at, id, applicant, fields);
                    case SWAP -> new DealEvent.SwapRequested(deal, project, at, id, applicant, fields);
                    case RENAME -> new DealEvent.RenameRequested(deal, project, at, id, applicant, fields);
                    case REFUND -> new DealEvent.RefundRequested(deal, project, at, id, applicant, fields);
                    case LAYOUT_CHANGE -> new DealEvent.LayoutChangeRequested(deal, project, at, id, applicant, fields);
                    case VOID -> new DealEvent.VoidRequested(deal, project, at, id, applicant, fields);
                };
        return new Asked(deal, id, event);
    }

    /// Tells the request and waits until its approval runs.
    public JsonPath opened(Form form, Map<String, String> fields) {
        return opened(request(form, fields));
    }

    public JsonPath opened(Asked asked) {
        tell(asked.event());
        return await().until(
                        () -> as("site-manager", "some.reader")
                                .get("/api/v1/approvals?request=" + asked.request())
                                .jsonPath(),
                        page -> page.getList("items").size() == 1)
                .setRootPath("items[0]");
    }

    public void tell(DealEvent event) {
        deals.tells(event);
    }

    /// The same, with who did it.
    public void tell(DealEvent event, String by) {
        deals.tells(event, by);
    }

    /// Somebody with the role, e.g. `finance` is `the.finance`.
    public Ask the(String role) {
        return as(role, "the." + role);
    }

    public Ask as(String role, String name) {
        return Ask.as(Person.withRole(name, role).in(project));
    }

    public Ask applicant() {
        return as("consultant", APPLICANT);
    }

    public Ask administrator() {
        return Ask.as(Person.administrator());
    }

    public JsonPath approval(String id) {
        return as("site-manager", "some.reader").get("/api/v1/approvals/" + id).jsonPath();
    }

    /// Open tasks of an approval by their steps.
    public List<String> openSteps(String approval) {
        return approval(approval).getList("tasks.step");
    }

    public String task(String approval, String step) {
        return approval(approval).getString("tasks.find { it.step == '" + step + "' }.id");
    }

    public Response approve(Ask person, String task) {
        return person.post("/api/v1/approval-tasks/" + task + "/approve", Map.of("opinion", "同意"));
    }

    public Response approve(Ask person, String task, Map<String, String> fields) {
        return person.post("/api/v1/approval-tasks/" + task + "/approve", Map.of("opinion", "同意", "fields", fields));
    }

    public Response refuse(Ask person, String task) {
        return person.post("/api/v1/approval-tasks/" + task + "/refuse", Map.of("reason", "不同意"));
    }

    /// A day on which finance may pay out.
    public static String payoutOn() {
        return LocalDate.now(OfficeClock.OFFICE_ZONE).plusDays(14).toString();
    }

    /// The one with the step's role approves it, giving what a default chain asks for.
    public void approved(String approval, String step) {
        var fields =
                switch (step) {
                    case "cost-auditor" -> Map.of("cost", "12000.00");
                    case "finance" ->
                        approval(approval).getString("form").equals("REFUND")
                                ? Map.of("payoutOn", payoutOn())
                                : Map.<String, String>of();
                    default -> Map.<String, String>of();
                };
        var answer = approve(the(step), task(approval, step), fields);
        assertThat(answer.statusCode()).as(step + ": " + answer.asString()).isEqualTo(200);
    }

    /// Written by the administrator and confirmed by the general manager.
    public Response chain(Form form, Object... stages) {
        var written = writeChain(form, stages);
        assertThat(written.statusCode()).as(written.asString()).isEqualTo(201);
        var confirmed = confirm(the("general-manager"), written.jsonPath().getString("id"));
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        return written;
    }

    public Response confirm(Ask person, String chain) {
        return person.post("/api/v1/approval-chains/" + chain + "/confirm");
    }

    public Response writeChain(Form form, Object... stages) {
        return writeChain(administrator(), form, stages);
    }

    public Response writeChain(Ask author, Form form, Object... stages) {
        return author.post(
                "/api/v1/approval-chains",
                Map.of(
                        "project",
                        project,
                        "form",
                        form.name(),
                        "reason",
                        "as the test needs",
                        "stages",
                        List.of(stages)));
    }

    /// A stage of these steps.

    public static Map<String, Object> stage(Object... steps) {
        return Map.of("steps", List.of(steps));
    }

    public static Map<String, Object> step(String role) {
        return Map.of("key", role, "role", role);
    }

    @Override
    public void close() {
        deals.close();
    }
}
