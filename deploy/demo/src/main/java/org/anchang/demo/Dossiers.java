package org.anchang.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchang.client.Office;
import org.anchang.client.Person;

/// CUS-4, CUS-5, CUS-7: what the consultants have come to know of some of their customers, so that there is something
/// to count; of every third one the family too, who agreed to it.
final class Dossiers {
    private static final int EACH = 16;
    private static final List<String> DISTRICTS = List.of("涧西区", "西工区", "洛龙区", "老城区");
    private static final List<String> OCCUPATIONS = List.of("教师", "工程师", "医生", "个体经营", "公务员");
    private static final List<String> PURPOSES = List.of("OWN_USE", "OWN_USE", "OWN_USE", "FAMILY", "INVESTMENT");
    private static final List<List<String>> CONCERNS =
            List.of(List.of("B", "C"), List.of("B"), List.of("B", "E"), List.of("C", "F"), List.of("A", "B"));
    private static final List<String> OBJECTIONS =
            List.of("TOTAL_PRICE", "UNIT_PRICE", "LAYOUT", "TOTAL_PRICE", "FLOOR");

    private final Office office;
    private final String project;

    Dossiers(Office office, String project) {
        this.office = office;
        this.project = project;
    }

    void fill() {
        for (var consultant : Staff.CONSULTANTS) {
            var nth = 0;
            for (var customer : customersOf(consultant)) {
                fill(office.person(consultant), "/customers/" + customer + "/dossier", nth++);
            }
        }
    }

    /// As the number of the customer says: the same whenever the demo is loaded.
    private static void fill(Person consultant, String dossier, int nth) {
        var values = new ArrayList<Map<String, Object>>(List.of(
                value("district", of(DISTRICTS, nth)),
                value("occupation", of(OCCUPATIONS, nth)),
                value("purpose", of(PURPOSES, nth)),
                value("whichPurchase", nth % 4 == 3 ? "SECOND" : "FIRST"),
                value("objection", of(OBJECTIONS, nth)),
                Map.of("field", "concerns", "chosen", of(CONCERNS, nth))));
        if (nth % 3 == 0) {
            consultant
                    .post(dossier + "/consents", Map.of("purpose", "FAMILY", "given", true, "way", "IN_WRITING"))
                    .done();
            values.add(value("maritalStatus", "MARRIED"));
            values.add(value("householdSize", Integer.toString(2 + nth % 4)));
            values.add(value("householdIncome", nth % 2 == 0 ? "20_30" : "30_50"));
        }
        consultant.change(dossier, Map.of("values", values)).done();
    }

    private List<String> customersOf(String consultant) {
        var found = new ArrayList<String>();
        office.person(consultant)
                .get("/customers?project=" + project + "&owner=" + consultant + "&limit=" + EACH)
                .done()
                .at("items")
                .forEach(customer ->
                        found.add(Objects.requireNonNull(customer.path("id").asText())));
        return found;
    }

    private static Map<String, Object> value(String field, String value) {
        return Map.of("field", field, "value", value);
    }

    private static <T> T of(List<T> several, int nth) {
        return several.get(nth % several.size());
    }
}
