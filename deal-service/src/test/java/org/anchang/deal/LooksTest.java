package org.anchang.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.PageRequest;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.anchang.test.Superuser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class LooksTest {
    private static final Looks.Filter ALL = new Looks.Filter(null, null, null);

    @Inject
    Looks looks;

    @Inject
    Caller caller;

    private final String project = "looks-" + UUID.randomUUID();

    @Test
    @ActivateRequestContext
    @DisplayName("CUS-6 each look is kept with who, whose and by which right; the latest comes first, page by page")
    void kept() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        look("li.na", first, Looks.Right.OWNER);
        look("chen.jing", first, Looks.Right.SITE_MANAGER);
        look("li.na", second, Looks.Right.OWNER);

        var seen = new ArrayList<String>();
        var page = list(project, ALL, new PageRequest(2, null));
        page.items().forEach(line -> seen.add(line.by() + " " + line.of() + " " + line.right()));
        assertThat(page.next()).isNotNull();
        page = list(project, ALL, new PageRequest(2, page.next()));
        page.items().forEach(line -> seen.add(line.by() + " " + line.of() + " " + line.right()));

        assertThat(page.next()).isNull();
        assertThat(seen)
                .containsExactly(
                        "li.na " + second + " OWNER",
                        "chen.jing " + first + " SITE_MANAGER",
                        "li.na " + first + " OWNER");
        assertThat(list(project, new Looks.Filter(project, first, "li.na"), new PageRequest(9, null))
                        .items())
                .hasSize(1);
        assertThat(list("elsewhere", ALL, new PageRequest(9, null)).items()).isEmpty();
    }

    @Test
    @ActivateRequestContext
    @DisplayName("CUS-6 nobody alters or removes a look, and one whose answer fails was none")
    void onlyAdded() {
        look("li.na", UUID.randomUUID(), Looks.Right.OWNER);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    keep("wang.lei", UUID.randomUUID(), Looks.Right.OWNER);
                    throw new IllegalStateException("the answer cannot be given");
                }))
                .hasMessageContaining("cannot be given");

        assertRefused("UPDATE look SET by = 'somebody else'");
        assertRefused("DELETE FROM look");
        assertRefused("TRUNCATE look");
        assertThat(list(project, ALL, new PageRequest(9, null)).items())
                .singleElement()
                .satisfies(line -> assertThat(line.by()).isEqualTo("li.na"));
    }

    @Test
    @DisplayName("CUS-6 looks are read at the service's own name, by managers of their projects, and at no other's")
    void readAtOwnName() {
        look("li.na", UUID.randomUUID(), Looks.Right.OWNER);
        var siteManager = Ask.as(Person.siteManager("chen.jing").in(project));

        assertThat(siteManager.get("/api/v1/deal-looks").jsonPath().getList("items.by"))
                .containsExactly("li.na");
        assertThat(siteManager.get("/api/v1/customer-looks").statusCode()).isEqualTo(404);
        assertThat(Ask.as(Person.consultant("li.na").in(project))
                        .get("/api/v1/deal-looks")
                        .statusCode())
                .isEqualTo(403);
    }

    private void look(String by, UUID of, Looks.Right right) {
        QuarkusTransaction.requiringNew().run(() -> keep(by, of, right));
    }

    private void keep(String by, UUID of, Looks.Right right) {
        caller.actFor(by);
        looks.keep(new Looks.At("note", of, project, right));
    }

    private org.anchang.kit.page.Page<Looks.Look> list(String in, Looks.Filter filter, PageRequest page) {
        var scope = new Scope("zhou.min", Set.of(in), Set.of());
        return QuarkusTransaction.requiringNew().call(() -> looks.list(scope, filter, page));
    }

    private void assertRefused(String sql) {
        assertThatThrownBy(() -> Superuser.run(sql)).hasStackTraceContaining("only ever added to");
    }
}
