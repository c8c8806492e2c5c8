package org.anchang.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchang.client.Office;

/// What goes on in the office today, so that every page has something to look at: a queue at the front desk, calls
/// and a message, a complaint, birthdays, customers of the public pool and one who is given up, a family,
/// a customer who wishes another consultant, and this
/// week's rota of the front desk.
final class ThisMorning {
    private final Office office;
    private final String project;

    ThisMorning(Office office, String project) {
        this.office = office;
        this.project = project;
    }

    /// @return what went wrong
    List<String> play() {
        try {
            receive();
            answerCalls();
            var hopeful = undecided(Staff.CONSULTANTS.getFirst(), "B");
            careFor(hopeful);
            new StayingInTouch(office, project).play(Staff.CONSULTANTS.getFirst(), hopeful);
            letGo(undecided(Staff.CONSULTANTS.getLast(), "D"));
            new Dossiers(office, project).fill();
            standAtTheDesk();
            link(undecided(Staff.CONSULTANTS.getFirst(), "C"), undecided(Staff.CONSULTANTS.get(1), "C"));
            wishForAnother(undecided(Staff.CONSULTANTS.get(1), "B"));
            return List.of();
        } catch (IllegalStateException e) {
            return List.of("this morning: " + e.getMessage());
        }
    }

    /// REC-1: three consultants in their order; two groups are received, and the third consultant is on turn.
    private void receive() {
        Staff.CONSULTANTS.forEach(consultant -> does(consultant, "/duty-days/" + project + "/sign-ins", Map.of()));
        does(Staff.SITE_MANAGER, "/duty-days/" + project + "/opening", Map.of());
        does(
                Staff.CONSULTANTS.getFirst(),
                "/receptions",
                Map.of("project", project, "kind", "NEW", "name", "顾明", "phone", "13700130001", "persons", 3));
        does(Staff.CONSULTANTS.getFirst(), "/receptions", Map.of("project", project, "kind", "NEW", "persons", 2));
    }

    /// TEL-1, TEL-2
    private void answerCalls() {
        does(
                Staff.CONSULTANTS.getFirst(),
                "/calls",
                Map.of(
                        "project",
                        project,
                        "callerName",
                        "冯雪",
                        "phone",
                        "13700130002",
                        "intent",
                        "三房，南向",
                        "seconds",
                        150,
                        "questions",
                        List.of(
                                Map.of("question", "价格", "answered", true),
                                Map.of("question", "交房时间", "answered", true))));
        does(
                Staff.CONSULTANTS.getFirst(),
                "/missed-calls",
                Map.of("project", project, "phone", "13700130003", "note", "午休时来电"));
        does(
                Staff.SITE_MANAGER,
                "/messages",
                Map.of(
                        "project", project,
                        "recipient", Staff.CONSULTANTS.getFirst(),
                        "callerName", "何静",
                        "phone", "13700130004",
                        "text", "想约周六下午看房"));
    }

    /// CAR-1, CAR-2
    private void careFor(List<String> customers) {
        var owner = Staff.CONSULTANTS.getFirst();
        var birthday = LocalDate.now(Season.ZONE);
        for (var customer : customers.subList(0, Math.min(3, customers.size()))) {
            birthday = birthday.plusDays(2);
            does(
                    owner,
                    "/customers/" + customer + "/birthdays",
                    Map.of(
                            "relation",
                            "SELF",
                            "calendar",
                            "SOLAR",
                            "year",
                            1988,
                            "month",
                            birthday.getMonthValue(),
                            "day",
                            Math.min(28, birthday.getDayOfMonth())));
        }
        if (!customers.isEmpty()) {
            does(owner, "/customers/" + customers.getFirst() + "/vip", Map.of("vip", true));
            does(
                    owner,
                    "/complaints",
                    Map.of(
                            "project", project,
                            "kind", "SUGGESTION",
                            "way", "IN_PERSON",
                            "customer", customers.getFirst(),
                            "text", "样板间周末人多，希望可以预约看房时段"));
        }
    }

    /// REC-8: this week's rota, as it was made on Monday: two in the morning, one in the afternoon, in turn.
    private void standAtTheDesk() {
        var monday = LocalDate.now(Season.ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var staff = Staff.CONSULTANTS;
        var halves = new ArrayList<Map<String, Object>>();
        for (var day = 0; day < 7; day++) {
            var date = monday.plusDays(day).toString();
            var one = staff.get(day % staff.size());
            var other = staff.get((day + 1) % staff.size());
            halves.add(Map.of("day", date, "half", "MORNING", "people", List.of(one, other)));
            halves.add(Map.of("day", date, "half", "AFTERNOON", "people", List.of(other)));
        }
        office.person(Staff.SITE_MANAGER)
                .at(monday.atTime(9, 0).atZone(Season.ZONE).toInstant())
                .change("/rotas/" + project + "/weeks", Map.of("monday", monday.toString(), "halves", halves))
                .done();
    }

    /// REC-4: husband and wife who came to two consultants.
    private void link(List<String> ones, List<String> others) {
        if (!ones.isEmpty() && !others.isEmpty()) {
            does(
                    Staff.CONSULTANTS.getFirst(),
                    "/customers/" + ones.getFirst() + "/household/members",
                    Map.of("customer", others.getFirst(), "relation", "SPOUSE"));
        }
    }

    /// REC-6
    private void wishForAnother(List<String> customers) {
        if (customers.isEmpty()) {
            return;
        }
        var owner = Staff.CONSULTANTS.get(1);
        var filed = office.person(owner)
                .post(
                        "/ownership-cases",
                        Map.of(
                                "project",
                                project,
                                "kind",
                                "WISH",
                                "customer",
                                customers.getFirst(),
                                "other",
                                Staff.CONSULTANTS.getFirst(),
                                "reason",
                                "客户表示与朋友的顾问更熟，希望更换"))
                .done()
                .id();
        does(owner, "/ownership-cases/" + filed + "/statements", Map.of("said", "已向客户说明公司制度，客户仍坚持更换"));
    }

    /// TRK-5, TRK-6
    private void letGo(List<String> customers) {
        var pooled = customers.stream().skip(1).limit(3).toList();
        if (!customers.isEmpty()) {
            does(
                    Staff.CONSULTANTS.getLast(),
                    "/losses",
                    Map.of(
                            "customer", customers.getFirst(),
                            "objection", "TOTAL_PRICE",
                            "reason", "总价超出预算，已在别处购房"));
        }
        if (!pooled.isEmpty()) {
            does(
                    Staff.SITE_MANAGER,
                    "/customer-moves",
                    Map.of(
                            "project",
                            project,
                            "among",
                            Map.of("customers", pooled),
                            "to",
                            List.of(),
                            "reason",
                            "长期未跟进"));
        }
    }

    /// Customers of the consultant who want to buy so much and have not, as the first page of the list has them.
    private List<String> undecided(String consultant, String grade) {
        var found = new ArrayList<String>();
        office.person(consultant)
                .get("/customers?project=" + project + "&owner=" + consultant + "&bought=false&limit=20&grade=" + grade)
                .done()
                .at("items")
                .forEach(customer ->
                        found.add(Objects.requireNonNull(customer.path("id").asText())));
        return found;
    }

    private void does(String person, String path, Map<String, Object> what) {
        office.person(person).post(path, what).done();
    }
}
