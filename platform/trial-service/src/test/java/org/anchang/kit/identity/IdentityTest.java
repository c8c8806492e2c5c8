package org.anchang.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class IdentityTest {
    @Test
    @DisplayName("SEC-1 name, roles and projects of a caller are those of the token")
    void fromToken() {
        var seen = seenAs(Person.siteManager("chen.jing").in("songfeng", "lakeside"));

        assertThat(seen.getString("name")).isEqualTo("chen.jing");
        assertThat(seen.getList("roles", String.class)).containsExactly(Role.SITE_MANAGER);
        assertThat(seen.getList("whole", String.class)).containsExactlyInAnyOrder("songfeng", "lakeside");
        assertThat(seen.getList("own", String.class)).isEmpty();
    }

    @Test
    @DisplayName("SEC-1 a token for another system of the same provider is none here")
    void anotherAudience() {
        var liNa = Person.consultant("li.na").in("songfeng");

        for (var token :
                Map.of(liNa.token(), 204, liNa.tokenFor("payroll"), 401).entrySet()) {
            var answer = RestAssured.given()
                    .header("Authorization", "Bearer " + token.getKey())
                    .get("/api/v1/callers/songfeng");
            assertThat(answer.statusCode()).isEqualTo(token.getValue());
        }
    }

    @Test
    @DisplayName("SEC-1 a consultant sees what is own, a manager the whole project, and so does who is both")
    void ownOrWhole() {
        assertThat(seenAs(Person.consultant("li.na").in("songfeng")).getList("own", String.class))
                .containsExactly("songfeng");
        assertThat(seenAs(Person.siteManager("chen.jing").in("songfeng")).getList("whole", String.class))
                .containsExactly("songfeng");
        var both = new Person("zhou.min", Set.of(Role.CONSULTANT, Role.SITE_MANAGER), Set.of("songfeng"));
        assertThat(seenAs(both).getList("whole", String.class)).containsExactly("songfeng");
        assertThat(seenAs(both).getList("own", String.class)).isEmpty();
    }

    @Test
    @DisplayName("SEC-1 a role counts in the project in which it is held, and nowhere else")
    void rolesByProject() {
        var liNa = Person.consultant("li.na").in("songfeng").andAllElseIn("lakeside");

        var seen = seenAs(liNa);
        assertThat(seen.getList("own", String.class)).containsExactly("songfeng");
        assertThat(seen.getList("whole", String.class)).containsExactly("lakeside");

        var asManager = Ask.as(liNa);
        assertThat(asManager.get("/api/v1/callers/lakeside/managers").statusCode())
                .isEqualTo(204);
        var refused = asManager.get("/api/v1/callers/songfeng/managers");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.path("code").toString()).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(asManager.get("/api/v1/callers/elsewhere/managers").statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("SEC-1 who works for all projects and is a consultant of one sees all of that one too")
    void everywhereAndHere() {
        var finance = new Person("sun.li", Set.of(Role.CONSULTANT), Set.of("songfeng"), Set.of("/office/*/finance"));

        assertThat(seenAs(finance).getList("whole", String.class)).containsExactly("*");
        assertThat(seenAs(finance).getList("own", String.class)).isEmpty();
    }

    @Test
    @DisplayName("SEC-1 groups of another kind are no posts")
    void otherGroups() {
        assertThat(HeldPosts.ofPaths(Set.of(
                                "/office/songfeng/finance", "/club/songfeng/finance", "/office/songfeng", "finance"))
                        .byProject())
                .isEqualTo(Map.of("songfeng", Set.of(Role.FINANCE)));
    }

    @Test
    @DisplayName("SEC-1 another project is not there for the caller; every project is for who is bound to all")
    void outOfProject() {
        var inSongfeng = Ask.as(Person.siteManager("chen.jing").in("songfeng"));
        assertThat(inSongfeng.get("/api/v1/callers/songfeng").statusCode()).isEqualTo(204);
        var refused = inSongfeng.get("/api/v1/callers/elsewhere");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.path("code").toString()).isEqualTo("NOT_FOUND");

        assertThat(Ask.as(Person.administrator())
                        .get("/api/v1/callers/elsewhere")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Ask.as(Person.consultant("li.na"))
                        .get("/api/v1/callers/songfeng")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("SEC-1 the condition that a scope puts into a query lets through exactly what it covers")
    void condition() {
        var own = new Scope("li.na", Set.of(), Set.of("songfeng"));
        assertThat(own.on("project", "owner")).isEqualTo("project in (:scopeProject0) and owner = :scopePerson");
        assertThat(own.parameters()).containsOnlyKeys("scopeProject0", "scopePerson");
        assertThat(own.covers("songfeng", "li.na")).isTrue();
        assertThat(own.covers("songfeng", "wang.lei")).isFalse();
        assertThat(own.covers("elsewhere", "li.na")).isFalse();

        var nowhere = new Scope("li.na", Set.of(), Set.of());
        assertThat(nowhere.projectParameters()).containsEntry("scopeProject0", "-");
        assertThat(nowhere.covers("songfeng", "li.na")).isFalse();

        var mixed = new Scope("li.na", Set.of("lakeside"), Set.of("songfeng", "lakeside"));
        assertThat(mixed.on("project")).isEqualTo("project in (:scopeProject0, :scopeProject1)");
        assertThat(mixed.on("project", "owner"))
                .isEqualTo("(project in (:scopeProject0) or project in (:scopeProject1) and owner = :scopePerson)");
        assertThat(mixed.parameters())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("scopeProject0", "lakeside", "scopeProject1", "songfeng", "scopePerson", "li.na"));
        assertThat(mixed.covers("lakeside", "wang.lei")).isTrue();
        assertThat(mixed.covers("songfeng", "wang.lei")).isFalse();
        assertThat(mixed.ownOnly("songfeng")).isTrue();
        assertThat(mixed.ownOnly("lakeside")).isFalse();
    }

    @Test
    @DisplayName("SEC-1 who is signed in but has no role of the office may nothing")
    void withoutRole() {
        for (var roles : List.of(Set.<String>of(), Set.of("gardener"))) {
            var refused =
                    Ask.as(new Person("a.stranger", roles, Set.of("songfeng"))).get("/api/v1/callers");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.path("code").toString()).isEqualTo("ROLE_NOT_ALLOWED");
        }
    }

    @Test
    @DisplayName("INV-13 a screen on a wall may nothing but what is for such screens, whatever else its bearer may")
    void wallScreen() {
        var screen = Ask.as(Person.withRole("wall.screen", Role.WALL_SCREEN).in("songfeng"));
        assertThat(screen.get("/api/v1/callers/songfeng").statusCode()).isEqualTo(204);
        var refused = screen.get("/api/v1/callers");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.path("code").toString()).isEqualTo("ROLE_NOT_ALLOWED");

        var both = new Person("zhou.min", Set.of(Role.WALL_SCREEN, Role.SITE_MANAGER), Set.of("songfeng"));
        assertThat(Ask.as(both).get("/api/v1/callers").statusCode()).isEqualTo(403);
    }

    private static JsonPath seenAs(Person person) {
        return Ask.as(person).get("/api/v1/callers").jsonPath();
    }
}
