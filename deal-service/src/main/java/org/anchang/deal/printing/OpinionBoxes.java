package org.anchang.deal.printing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.anchang.deal.change.ChangeSignatures.Given;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Role;
import org.anchang.kit.paper.Content;

/// APR-4: the boxes for opinions on the forms of changes: what was decided and said, by whom, in which post,
/// when; with the signature as drawn. A box of which nobody has signed stays blank for the pen.
final class OpinionBoxes {
    private static final Map<String, String> POSTS = Map.of(
            Role.CONSULTANT, "置业顾问",
            Role.SITE_MANAGER, "案场经理",
            Role.SALES_SUPERVISOR, "销售主管",
            Role.SALES_STATISTICIAN, "销售统计员",
            Role.SALES_MANAGER, "销售经理",
            Role.GENERAL_MANAGER, "总经理",
            Role.FINANCE, "财务",
            Role.ENGINEERING, "工程",
            Role.COST_AUDITOR, "审算");
    private static final String OTHERS = "others";
    private static final String BY_PEN = "　　　　年　　月　　日";

    private final boolean isRefund;
    private final DealContent deals;

    OpinionBoxes(boolean isRefund, DealContent deals) {
        this.isRefund = isRefund;
        this.deals = deals;
    }

    void fill(Content.Filling filling, List<Given> signed) {
        var boxes = new LinkedHashMap<String, List<Given>>();
        for (var one : signed) {
            if (!one.decision().equals("WITHDRAWN")) {
                boxes.computeIfAbsent(boxOf(one), _ -> new ArrayList<>()).add(one);
            }
        }
        if (isRefund) {
            // As the sheet has it, where nothing is known.
            List.of("statement", "statistician", "sales", "manager", "finance")
                    .forEach(box -> filling.with(box + "SignedOn", BY_PEN));
        }
        boxes.forEach((box, all) -> {
            var isSeveral = all.size() > 1 || box.equals(OTHERS);
            filling.withWords(
                            box + "Opinion",
                            all.stream().map(one -> said(one, isSeveral)).collect(Collectors.joining("\n")),
                            all.stream().map(one -> shortly(one, isSeveral)).collect(Collectors.joining("\n")))
                    .with(
                            box + "Drawn",
                            all.stream()
                                    .map(Given::drawn)
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.joining(";")))
                    .with(
                            box + "Signed",
                            all.stream()
                                    .map(one -> name(one) + "（" + post(one) + "）")
                                    .distinct()
                                    .collect(Collectors.joining("、")))
                    .with(box + "SignedOn", OfficeClock.dateOf(all.getLast().signedAt()));
            all.forEach(one -> filling.withAll(one.given()));
        });
    }

    private String boxOf(Given one) {
        return switch (one.role()) {
            case Role.CONSULTANT -> "statement";
            case Role.GENERAL_MANAGER -> "manager";
            case Role.FINANCE -> "finance";
            case Role.ENGINEERING -> "engineering";
            case Role.COST_AUDITOR -> "cost";
            case Role.SALES_STATISTICIAN -> isRefund ? "statistician" : "sales";
            case Role.SITE_MANAGER, Role.SALES_SUPERVISOR, Role.SALES_MANAGER -> "sales";
            default -> OTHERS;
        };
    }

    private String said(Given one, boolean withName) {
        var decided = decided(one);
        var opinion = one.opinion();
        var words = opinion == null || opinion.isBlank() || opinion.strip().equals(decided)
                ? decided
                : decided.isEmpty() ? opinion : decided + "。" + opinion;
        return withName ? post(one) + name(one) + "：" + words : words;
    }

    private String shortly(Given one, boolean withName) {
        var hasMore = one.opinion() != null
                && !one.opinion().isBlank()
                && !one.opinion().strip().equals(decided(one));
        var words = decided(one) + (hasMore ? ChangePaper.ELSEWHERE : "");
        return withName ? post(one) + name(one) + "：" + words : words;
    }

    private static String decided(Given one) {
        return switch (one.decision()) {
            case "APPROVED" -> "同意";
            case "REFUSED" -> "不同意";
            default -> "";
        };
    }

    private String name(Given one) {
        return one.name() == null || one.name().isBlank() ? deals.person(one.person()) : one.name();
    }

    private static String post(Given one) {
        return POSTS.getOrDefault(one.role(), "指定签署人");
    }
}
