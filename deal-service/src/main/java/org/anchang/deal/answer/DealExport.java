package org.anchang.deal.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.deal.DealStage;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportRows.Column;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// PAP-3: the deals of a project as a file; buyers masked (CUS-6).
@ApplicationScoped
public class DealExport extends ExportSource {
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

    DealExport() {
        super("deals", "成交", "Deals", Role.each(Role.SALES, Role.FINANCE));
    }

    @Override
    public ExportRows<?> reading(Asked asked) {
        var filter = asked.filter().knowing("stage", "consultant");
        var conditions = asked.on("project", "consultant")
                .and("stage = :stage", filter.value("stage", DealStage.class))
                .and("consultant = :consultant", filter.text("consultant"));
        return ExportRows.of(DEALS, conditions, "deal", Row.class, columns(asked));
    }

    private static List<Column<Row>> columns(Asked asked) {
        return List.of(
                asked.column("编号", "Ticket", 14, Row::ticket),
                asked.column("房源", "Home", 22, Row::home),
                asked.column("阶段", "Stage", 10, row -> asked.word(STAGES, row.stage())),
                asked.column("买受人", "Buyers", 22, Row::buyers),
                asked.column("置业顾问", "Consultant", 14, Row::consultant),
                asked.column("成交总价（元）", "Price (CNY)", 18, Row::price),
                asked.column("定金（元）", "Deposits (CNY)", 16, Row::depositTotal),
                asked.column("渠道", "Channel", 10, row -> channel(asked, row.channel())),
                asked.column("经纪人", "Broker", 16, Row::broker),
                asked.column("报备编号", "Registration", 16, Row::registration));
    }

    private static @Nullable String channel(Asked asked, @Nullable String channel) {
        return channel == null ? null : asked.said(CHANNELS.getOrDefault(channel, channel), channel);
    }
}
