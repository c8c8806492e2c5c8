package org.anchang.customer.colleague;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.anchang.customer.Office;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class ColleagueResourceTest {
    private final Office office = new Office();

    @Test
    @DisplayName("SEC-1 whoever registers a customer or asks for the names gives the own; one's own projects hear it")
    void names() {
        office.customerOf("li.na");
        var finance = Ask.as(Person.withRole("zheng.yun", "finance").in(office.project));

        var known = finance.get("/api/v1/colleagues").jsonPath();

        assertThat(known.<String>getList("items.findAll { it.person in ['li.na', 'zheng.yun'] }.name"))
                .containsExactly("姓名 li.na", "姓名 zheng.yun");
        var elsewhere = Ask.as(Person.withRole("gu.lin", "finance").in("elsewhere"));
        assertThat(elsewhere.get("/api/v1/colleagues?limit=200").<List<String>>path("items.person"))
                .contains("gu.lin")
                .doesNotContain("zheng.yun");
    }
}
