package org.anchang.inventory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchang.inventory.InventorySetting;
import org.anchang.inventory.catalogue.Quote.Terms;
import org.anchang.inventory.unit.Projects;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperPeople;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.paper.Renminbi;
import org.anchang.kit.setting.Settings;
import org.jspecify.annotations.Nullable;

/// 房源报价单: what a unit costs today by each way of paying, until when that holds. It names no customer.
@ApplicationScoped
class QuotePaper implements PaperSource {
    static final String NAME = "quote";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @Inject
    UnitListing units;

    @Inject
    Projects projects;

    @Inject
    Settings settings;

    @Inject
    PaperPeople colleagues;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Override
    public Set<String> papers() {
        return Set.of(NAME);
    }

    @Override
    public Standing standing(Asked asked) {
        var unit = unit(asked);
        var company = settings.text(unit.project(), InventorySetting.COMPANY_NAME);
        return new Standing(unit.project(), "unit", unit.id(), "", company);
    }

    private Unit unit(Asked asked) {
        return units.get(caller.scope(), asked.subject());
    }

    @Override
    public Content content(Asked asked) {
        var unit = unit(asked);
        var pricing = unit.pricing();
        var attached = units.attachedTo(List.of(unit.id())).getOrDefault(unit.id(), List.of());
        var quote = new Quote(
                pricing.listTotal(),
                attached.stream()
                        .filter(AttachedUnit::pricedApart)
                        .map(AttachedUnit::listTotal)
                        .toList(),
                pricing.floorPrice());
        var today = clock.today();
        var days = settings.integer(unit.project(), InventorySetting.QUOTE_DAYS);
        var filling = Content.filling()
                .with("number", "%s-%s".formatted(unit.label(), DAY.format(today)))
                .with("quotedOn", today)
                .with("validUntil", today.plusDays(days))
                .with("project", projects.get(caller.scope(), unit.project()).name())
                .with("consultant", colleagues.nameOf(caller.name()))
                .with("unit", unit.label())
                .with("layout", unit.layout())
                .with("productType", UnitWords.type(unit.productType()))
                .with("view", unit.view())
                .with("state", UnitWords.state(unit.state().seen(caller.scope().ownOnly(unit.project()))))
                .with("areaKind", UnitWords.areaKind(pricing.areaKind()))
                .with("area", plain(pricing.buildingArea()))
                .with("interiorArea", plain(pricing.interiorArea()))
                .with("gardenArea", plain(pricing.gardenArea()))
                .with("otherArea", plain(pricing.otherArea()))
                .with("basis", UnitWords.basis(pricing.basis()))
                .with("unitPrice", pricing.unitPrice())
                .with("listTotal", pricing.listTotal())
                .with("attachedTotal", attached.isEmpty() ? null : quote.attachedTotal())
                .with("total", quote.total())
                .with("totalInCapitals", Renminbi.capitals(quote.total()));
        attached.forEach(one -> filling.row("attached", row(one)));
        terms(unit.project()).forEach(terms -> filling.row("ways", row(quote.by(terms))));
        return filling.content();
    }

    /// As the project sets them: a discount for each way of paying, and what is paid first.
    private List<Terms> terms(String project) {
        return List.of(
                new Terms("一次性付款", settings.percent(project, InventorySetting.QUOTE_DISCOUNT_LUMP_SUM), ALL),
                new Terms(
                        "按揭贷款",
                        settings.percent(project, InventorySetting.QUOTE_DISCOUNT_MORTGAGE),
                        settings.percent(project, InventorySetting.QUOTE_DOWN_PAYMENT)),
                new Terms(
                        "分期付款",
                        settings.percent(project, InventorySetting.QUOTE_DISCOUNT_INSTALMENTS),
                        settings.percent(project, InventorySetting.QUOTE_FIRST_INSTALMENT)));
    }

    private static Map<String, String> row(AttachedUnit one) {
        var row = new HashMap<String, String>();
        row.put("label", one.label());
        row.put("type", UnitWords.type(one.productType()));
        row.put("area", one.area().toPlainString());
        row.put("priced", one.pricedApart() ? "另计价（元）" : "已含在房款内");
        row.put("total", one.pricedApart() ? one.listTotal().toString() : "");
        return row;
    }

    private static Map<String, String> row(Quote.Way way) {
        var discount = way.discount().stripTrailingZeros().toPlainString();
        return Map.of(
                "way", way.name(),
                "discount", way.discount().signum() == 0 ? "" : discount + "%",
                "amount", way.amount().isZero() ? "" : way.amount().toString(),
                "total", way.total().toString(),
                "first", way.first().toString());
    }

    private static @Nullable String plain(@Nullable BigDecimal area) {
        return area == null ? null : area.toPlainString();
    }
}
