package org.anchang.deal.answer;

import static org.anchang.deal.ADeal.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.anchang.deal.ChangeKind;
import org.anchang.deal.Deal;
import org.anchang.kit.Action;
import org.anchang.kit.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Every offer at every stage, held against the published document and the resources themselves.
class OffersRulesTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Money ONE = Money.of("1.00");
    private static final List<AllKept> PAPERS = List.of(
            AllKept.NOTHING,
            new AllKept(form("DRAFT"), null, null, null, Money.ZERO),
            new AllKept(form("SIGNED"), null, null, new Kept.Filed(ID), Money.ZERO),
            new AllKept(null, null, new Kept.Change(ID, "li.na", ID), null, ONE));

    @Test
    @DisplayName("what is offered at any stage is a command of the published document, for the roles that it allows")
    void offersAreCommands() throws IOException {
        var commands = commands();
        var published = published("deal-service");
        var elsewhere = published("approval-service");

        for (var action : offered()) {
            var path = action.href().replaceAll("[0-9a-f-]{36}", "{id}");
            assertThat(action.method()).isEqualTo("POST");
            if (action.name().equals("withdraw-change")) {
                assertThat(elsewhere.path("paths").path(path).has("post"))
                        .as(path)
                        .isTrue();
            } else {
                assertThat(published.path("paths").path(path).has("post"))
                        .as(path)
                        .isTrue();
                assertThat(action.roles())
                        .as(action.name())
                        .containsExactly(rolesOf(commands.get(path)).value());
            }
        }
    }

    @Test
    @DisplayName("each command on a deal is offered at some stage; those on its mortgage with the mortgage")
    void commandsAreOffered() {
        var offered = new TreeSet<String>();
        offered().forEach(action -> offered.add(action.href().replaceAll("[0-9a-f-]{36}", "{id}")));

        assertThat(commands().keySet().stream()
                        .filter(path -> path.startsWith("/api/v1/deals/{id}/") && !path.contains("/mortgage/"))
                        // Who may draw a form up may reckon with it first: nothing comes of that.
                        .filter(path -> !path.endsWith("/preview")))
                .isNotEmpty()
                .isSubsetOf(offered);
    }

    private static List<Action> offered() {
        var features = Features.all();
        var deals = new ArrayList<>(DealActionsRulesTest.aDealAtEachStage().values());
        deals.add(aDeal().build());
        deals.add(aDeal().subscribed().agreed("50000.01").build());
        deals.add(changing());
        return deals.stream()
                .flatMap(deal -> PAPERS.stream()
                        .flatMap(papers -> DealActions.possible(features, deal, papers, new Anybody()).stream()))
                .toList();
    }

    private static Deal changing() {
        var deal = aDeal().contracted().build();
        deal.openChange(ID, ChangeKind.RENAME);
        return deal;
    }

    /// The methods that take commands, by path.
    private static Map<String, Method> commands() {
        var commands = new HashMap<String, Method>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.anchang.deal").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(type -> type.reflect())
                        .forEach(resource -> {
                            for (var method : resource.getDeclaredMethods()) {
                                if (method.isAnnotationPresent(POST.class)) {
                                    commands.put(pathOf(resource) + pathOf(method), method);
                                }
                            }
                        });
        return commands;
    }

    private static String pathOf(AnnotatedElement element) {
        return element.isAnnotationPresent(Path.class)
                ? element.getAnnotation(Path.class).value()
                : "";
    }

    private static RolesAllowed rolesOf(Method method) {
        return method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    }

    private static JsonNode published(String service) throws IOException {
        var document = java.nio.file.Path.of("../docs/api", service + ".json");
        return new ObjectMapper().readTree(Files.readString(document));
    }

    private static Kept.Form form(String state) {
        return new Kept.Form(ID, ID, 1, state, ONE, Money.ZERO, ONE);
    }

    private record Anybody() implements Offered.Person {
        @Override
        public String name() {
            return "li.na";
        }

        @Override
        public boolean holds(String... roles) {
            return true;
        }
    }
}
