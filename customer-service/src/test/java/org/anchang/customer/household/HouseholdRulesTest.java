package org.anchang.customer.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.household.HouseholdRule.Agreed;
import org.anchang.customer.household.HouseholdRule.Belongs;
import org.anchang.customer.household.HouseholdRule.Member;
import org.anchang.customer.household.HouseholdRule.Undecided;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HouseholdRulesTest {
    private static final Instant SINCE = Instant.parse("2026-11-02T02:00:00Z");

    private final Member husband = new Member(UUID.randomUUID(), "li.na", "zhao.min", SINCE);
    private final Member wife = new Member(UUID.randomUUID(), "wang.lei", "wang.lei", SINCE.plusSeconds(60));

    @Test
    @DisplayName("REC-4 REC-9 a household belongs to who closes, to the first of all, or to whom a person decides")
    void threeRules() {
        var members = List.of(wife, husband);

        assertThat(HouseholdRule.outcome(HouseholdOwner.CLOSING_CONSULTANT, members, "wang.lei"))
                .isEqualTo(new Belongs("wang.lei"));
        assertThat(HouseholdRule.outcome(HouseholdOwner.FIRST_CONSULTANT, members, "wang.lei"))
                .isEqualTo(new Belongs("zhao.min"));
        assertThat(HouseholdRule.outcome(HouseholdOwner.DECISION, members, "wang.lei"))
                .isEqualTo(new Undecided());
    }

    @ParameterizedTest
    @EnumSource(HouseholdOwner.class)
    @DisplayName("REC-4 where all are one consultant's, or nobody else is of the family, nothing is to be decided")
    void agreed(HouseholdOwner rule) {
        var son = new Member(UUID.randomUUID(), "wang.lei", "wang.lei", SINCE.plusSeconds(120));

        assertThat(HouseholdRule.outcome(rule, List.of(wife, son), "wang.lei")).isEqualTo(new Agreed());
        assertThat(HouseholdRule.outcome(rule, List.of(husband), "wang.lei")).isEqualTo(new Agreed());
    }

    @ParameterizedTest
    @CsvSource({
        "SELF, SPOUSE, SPOUSE",
        "SPOUSE, CHILD, CHILD",
        "SPOUSE, SIBLING, OTHER",
        "CHILD, SIBLING, CHILD",
        "CHILD, PARENT, SPOUSE",
        "PARENT, SPOUSE, PARENT",
        "PARENT, CHILD, SIBLING",
        "SIBLING, PARENT, PARENT",
        "OTHER, SPOUSE, OTHER"
    })
    @DisplayName("REC-4 a relative's relative is what that means to the one who stands for the household")
    void through(HouseholdRelation member, HouseholdRelation said, HouseholdRelation is) {
        assertThat(said.through(member)).isEqualTo(is);
    }
}
