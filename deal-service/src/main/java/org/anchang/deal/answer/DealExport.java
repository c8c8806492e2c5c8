package org.anchang.deal.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.deal.DealStage;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// PAP-3: the deals of a project as a file; buyers masked (CUS-6).
@ApplicationScoped
public class DealExport implements ExportSource {
    record Row(
            UUID deal,
            String ticket,
            @Nullable String home,
            DealStage stage,
            @Nullable String buyers,
            String consultant,
            @Nullable Money price,
            Money depositTotal,
            @Nullable String channel,
            @Nullable String broker,
            @Nullable String registration) {}

    /// As the office says it.
    public static final Map<String, String> STAGES = Map.of(
            "QUEUED", "排号",
            "RESERVED", "小定",
            "SUBSCRIBED", "大定",
            "CONTRACTED", "已签约",
            "FILED", "已备案",
            "VOIDED", "已作废",
            "REFUNDED", "已退房",
            "SWAPPED", "已换房",
            "LAPSED", "已失效");
    private static final Map<String, String> CHANNELS =
            Map.of("PHONE_IN", "来电", "WALK_IN", "来访", "SOURCED", "拓客", "REFERRAL", "老带新", "PARTNER", "分销");
    private static final String DEALS =
            "SELECT deal, ticket, home, stage, buyers, consultant, price, deposit_total, channel, broker,"
                    + " registration FROM deal_standing WHERE ";

    @Override
    public String list() {
        return "deals";
    }

    @Override
    public String title(Asked asked) {
        return asked.said("成交", "Deals");
    }

    @Override
    public Set<String> roles() {
        return Printing.READERS;
    }

    @Override
    public List<Heading> headings(Asked asked) {
        return List.of(
                new Heading(asked.said("编号", "Ticket"), 14),
                new Heading(asked.said("房源", "Home"), 22),
                new Heading(asked.said("阶段", "Stage"), 10),
                new Heading(asked.said("买受人", "Buyers"), 22),
                new Heading(asked.said("置业顾问", "Consultant"), 14),
                new Heading(asked.said("成交总价（元）", "Price (CNY)"), 18),
                new Heading(asked.said("定金（元）", "Deposits (CNY)"), 16),
                new Heading(asked.said("渠道", "Channel"), 10),
                new Heading(asked.said("经纪人", "Broker"), 16),
                new Heading(asked.said("报备编号", "Registration"), 16));
    }

    @Override
    public ExportRows<?> reading(Asked asked) {
        var filter = asked.filter().knowing("stage", "consultant");
        var conditions = asked.on("project", "consultant")
                .and("stage = :stage", filter.value("stage", DealStage.class))
                .and("consultant = :consultant", filter.text("consultant"));
        return ExportRows.of(DEALS, conditions, "deal", Row.class, row -> cells(asked, row));
    }

    private static List<@Nullable Object> cells(Asked asked, Row row) {
        return Arrays.asList(
                row.ticket(),
                row.home(),
                asked.word(STAGES, row.stage()),
                row.buyers(),
                row.consultant(),
                row.price(),
                row.depositTotal(),
                row.channel() == null
                        ? null
                        : asked.said(CHANNELS.getOrDefault(row.channel(), row.channel()), row.channel()),
                row.broker(),
                row.registration());
    }
}
