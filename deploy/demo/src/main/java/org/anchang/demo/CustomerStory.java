package org.anchang.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.anchang.demo.Visitors.Visitor;
import org.jspecify.annotations.Nullable;

/// Somebody gets to know the office: a call or a visit, more visits, talks; and a deal, if it comes to that.
final class CustomerStory extends Story {
    /// Who comes, when, and to whom.
    ///
    /// @param id         known once the office has registered them
    /// @param away       an absence of the consultant during which they come again, to be received by a substitute
    /// @param introducer who brought them; came earlier, to the same consultant
    /// @param deal       absent if they do not buy
    record Part(
            Visitor visitor,
            String consultant,
            int day,
            CompletableFuture<String> id,
            Season.@Nullable Away away,
            @Nullable Part introducer,
            @Nullable DealPart deal) {}

    /// Which home, which other one in case of a swap, and how it goes.
    record DealPart(Plot plot, String unit, String otherUnit, int day, Visitor relative) {}

    private static final List<String> CHANNELS = List.of("WALK_IN", "WALK_IN", "PHONE_IN", "SOURCED", "PARTNER");
    private static final List<String> SAID = List.of("介绍户型与价格", "带看样板间", "讲解贷款政策", "发送活动信息", "约定周末再看");
    private static final List<String> RESPONSES = List.of("想看高楼层", "觉得总价偏高", "需要与家人商量", "喜欢南向户型", "在比较其他楼盘");

    private final Part part;

    CustomerStory(Setting setting, Part part, long seed) {
        super(setting, new Random(seed), part.day());
        this.part = part;
    }

    void play() {
        var customer = register();
        part.id().complete(customer);
        visit(customer);
        comeDuringAbsence(customer);
        if (part.deal() == null) {
            stayInterested(customer);
            return;
        }
        followUp(customer, "A");
        pass(part.deal().day() - day());
        if (part.away() == null) {
            visit(customer);
        }
        new DealStory(this, part, customer).play();
    }

    private String register() {
        var visitor = part.visitor();
        var registration = new HashMap<String, Object>(Map.of(
                "project", setting.project(),
                "name", visitor.name(),
                "phone", visitor.phone(),
                "gender", visitor.woman() ? "FEMALE" : "MALE",
                "channel", CHANNELS.get(chance.nextInt(CHANNELS.size()))));
        if (part.introducer() != null) {
            // Who brought them came on an earlier day, and is known once this one has begun.
            arrive();
            registration.put("channel", "REFERRAL");
            registration.put("introducedBy", part.introducer().id().join());
        }
        return does(part.consultant(), "/customers", registration).id();
    }

    private void visit(String customer) {
        does(part.consultant(), "/visits", Map.of("project", setting.project(), "customer", customer));
    }

    /// REC-3: whoever is on duty receives in the place of the consultant who is away.
    private void comeDuringAbsence(String customer) {
        if (part.away() == null) {
            return;
        }
        pass(part.away().from() - day());
        pass(chance.nextInt(part.away().until() - part.away().from() + 1));
        var onDuty = Staff.CONSULTANTS.stream()
                .filter(consultant -> !Season.isAway(consultant, day()))
                .toList();
        does(
                onDuty.get(chance.nextInt(onDuty.size())),
                "/visits",
                Map.of("project", setting.project(), "customer", customer, "note", "原置业顾问不在，代为接待"));
        pass(part.away().until() + 1 - day());
    }

    private void stayInterested(String customer) {
        for (int talks = chance.nextInt(3); talks > 0; talks--) {
            pass(1 + chance.nextInt(6));
            followUp(customer, List.of("B", "C", "D").get(chance.nextInt(3)));
        }
        if (chance.nextInt(4) == 0) {
            pass(2 + chance.nextInt(9));
            visit(customer);
        }
        if (chance.nextInt(25) == 0) {
            pass(1);
            reassign(customer);
        }
    }

    private void followUp(String customer, String grade) {
        var talk = new HashMap<String, Object>(Map.of(
                "customer",
                customer,
                "said",
                SAID.get(chance.nextInt(SAID.size())),
                "response",
                RESPONSES.get(chance.nextInt(RESPONSES.size())),
                "intentGrade",
                grade));
        if (!grade.equals("D")) {
            talk.put("nextPlanOn", today().plusDays(3 + chance.nextInt(5)).toString());
        }
        does(part.consultant(), "/follow-ups", talk);
    }

    /// REC-6
    private void reassign(String customer) {
        var others = Staff.CONSULTANTS.stream()
                .filter(consultant -> !consultant.equals(part.consultant()))
                .toList();
        does(
                Staff.SALES_SUPERVISOR,
                "/customers/" + customer + "/reassignments",
                Map.of("to", others.get(chance.nextInt(others.size())), "reason", "客户要求更换置业顾问"));
    }
}
