package org.anchang.deal.printing;

import static org.anchang.deal.TestOffice.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.InventoryStandIn;
import org.anchang.deal.TestOffice;
import org.anchang.deal.change.Signers;
import org.anchang.events.ApprovalEvent;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.seal.Courier;
import org.anchang.kit.seal.Place;
import org.anchang.test.Ask;
import org.anchang.test.Neighbour;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What was said and drawn in approval-service stands on the paper of the form.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class SignedPaperTest {
    private static final String STROKES = "M10 90L60 20L110 90M40 60L80 60";

    private final Courier courier =
            Courier.under(ConfigProvider.getConfig().getValue("anchang.sealing.key", String.class));
    private final TestOffice office = new TestOffice();
    private final Instant at = Instant.now();

    @Test
    @DisplayName(
            "APR-4 PAP-1 who said what and when stands in the form's boxes, as drawn; the words for those who signed, owner and site manager")
    void boxes() throws IOException {
        var deal = office.subscribed();
        office.signedForm(deal);
        var wish = Map.of("requestedDiscount", "60000.00", "reason", "老客户推荐");
        var request =
                UUID.fromString(ok(Ask.as(office.liNa).post("/api/v1/deals/" + deal + "/discount-requests", wish), 201)
                        .path("id"));
        var statistician = Person.withRole("qian.bo", "sales-statistician").in(office.project);
        try (var signers = new Signers(office);
                var approvals = new Neighbour(ApprovalEvent.TOPIC)) {
            // All by one neighbour, whose events are one stream.
            var approval = UUID.randomUUID();
            approvals.tells(new ApprovalEvent.ApprovalOpened(
                    approval, office.project, at, "FORM", request, deal, "li.na", 1, List.of("sales")));
            approvals.tells(signed(approval, "sales-manager", "he.jun", "何军", "APPROVED", "客户家里急用钱，可让"));
            approvals.tells(signed(approval, "general-manager", "wang.jian", "王建", "APPROVED", "同意"));
            approvals.tells(signed(approval, "finance", "sun.li", "孙丽", "REFUSED", "超出本季额度"));
            approvals.tells(new ApprovalEvent.DiscountRefused(
                    approval, office.project, at, request, deal, "REFUSED_AT_FINANCE"));
            signers.awaitOutcome(request, "REFUSED");
        }
        var path = "/api/v1/deal-papers/discount/" + request;
        assertThat(page(office.liNa, path))
                .contains("同意。客户家里急用钱，可让", "何军（销售经理）", "王建（总经理）", "孙丽（财务）", "不同意。超出本季额度", "老客户推荐")
                .contains("class=\"drawn\"", OfficeClock.dateOf(at).toString())
                .doesNotContain("同意。同意");
        assertThat(page(office.finance, path)).as("finance has signed").contains("客户家里急用钱", "老客户推荐");
        assertThat(page(statistician, path))
                .contains("同意（见审批单）", "不同意（见审批单）", "何军（销售经理）")
                .doesNotContain("客户家里急用钱", "超出本季额度", "老客户推荐");

        var print = ok(Ask.as(statistician).post(path + "/prints", Map.of("copies", 2)), 201);
        var kept = "/api/v1/deal-prints/" + print.path("id");
        assertThat(page(office.liNa, kept + "/page"))
                .as("what is kept is whole, whoever printed it")
                .contains("客户家里急用钱", "第一联　销售部", "第二联　财务部");
        var xlsx = ok(
                        Ask.as(office.liNa)
                                .request()
                                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                                .get(kept + "/xlsx"),
                        200)
                .asByteArray();
        assertThat(cells(xlsx))
                .anyMatch(text -> text.startsWith("销售部意见：同意。客户家里急用钱，可让") && text.contains("何军（销售经理）"))
                .contains("第一联　销售部；第二联　财务部")
                .noneMatch(text -> text.contains(STROKES));
    }

    private ApprovalEvent.ApprovalStepSigned signed(
            UUID approval, String role, String person, String name, String decision, String opinion) {
        var id = UUID.randomUUID();
        return new ApprovalEvent.ApprovalStepSigned(
                approval,
                office.project,
                at,
                role,
                role,
                person,
                decision,
                id,
                name,
                courier.seal(opinion, new Place("signature", "opinion", id)),
                role.equals("general-manager") ? courier.seal(STROKES, new Place("signature", "drawn", id)) : null,
                null);
    }

    private static String page(Person person, String path) {
        return ok(Ask.as(person).request().accept("text/html").get(path), 200).asString();
    }

    private static List<String> cells(byte[] workbook) throws IOException {
        var cells = new ArrayList<String>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            book.getSheetAt(0).forEach(row -> row.forEach(cell -> cells.add(cell.toString())));
        }
        return cells;
    }
}
