package org.anchang.customer.staff.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.customer.staff.account.Account.Duty;
import org.anchang.customer.staff.account.KeycloakClient.Group;
import org.anchang.customer.staff.account.KeycloakClient.GroupName;
import org.anchang.customer.staff.account.KeycloakClient.NewUser;
import org.anchang.customer.staff.account.KeycloakClient.Password;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Keycloak's accounts: a duty is the group `/office/<project>/<role>`, made when somebody first holds it. Groups
/// beside that tree, and whoever is in them, are none of ours.
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
class KeycloakAccounts implements Accounts {
    private static final String OFFICE = "office";
    private static final String TREE = "/" + OFFICE + "/";
    private static final int AT_ONCE = 100;
    /// More duties than one person has.
    private static final int MANY = 1_000;

    @Inject
    @RestClient
    KeycloakClient keycloak;

    @Override
    public boolean exists(String person) {
        return asked(() -> user(person).isPresent());
    }

    /// However many questions it takes: a replica that is at it is given up for lost after a while.
    @Override
    @Timeout(value = 45, unit = ChronoUnit.SECONDS)
    public void bring(Account account, @Nullable String password) {
        var id = asked(() -> {
            var user = user(account.person()).orElseGet(() -> created(account));
            return brought(account, user);
        });
        if (password != null) {
            asked(() -> isGiven(id, password));
        }
    }

    private String brought(Account account, ObjectNode user) {
        var id = user.path("id").asText();
        if (user.path("enabled").asBoolean() != account.enabled()) {
            keycloak.update(id, user.put("enabled", account.enabled()));
        }
        place(id, account.duties());
        if (!account.enabled()) {
            keycloak.endSessions(id);
        }
        return id;
    }

    @Override
    public List<Account> all() {
        return asked(() -> {
            var names = new LinkedHashMap<String, String>();
            var duties = new LinkedHashMap<String, Set<Duty>>();
            for (var project : office().map(this::children).orElse(List.of())) {
                for (var role : children(project)) {
                    for (var member : pages(role, keycloak::members)) {
                        if (member.path("enabled").asBoolean()) {
                            var person = member.path("username").asText();
                            names.put(person, nameOf(member));
                            duties.computeIfAbsent(person, _ -> new HashSet<>())
                                    .add(new Duty(project.name(), role.name()));
                        }
                    }
                }
            }
            return duties.entrySet().stream()
                    .filter(account -> account.getValue().stream().allMatch(KeycloakAccounts::isOfPeople))
                    .map(account -> account(account, names))
                    .toList();
        });
    }

    private static Account account(Map.Entry<String, Set<Duty>> found, Map<String, String> names) {
        return new Account(found.getKey(), names.getOrDefault(found.getKey(), ""), true, found.getValue());
    }

    /// INV-13: screens on walls are nobody.
    private static boolean isOfPeople(Duty duty) {
        return Role.OF_PEOPLE.contains(duty.role());
    }

    private static String nameOf(ObjectNode user) {
        var name = Stream.of("firstName", "lastName")
                .map(part -> user.path(part).asText(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.path("username").asText() : name;
    }

    private Optional<ObjectNode> user(String person) {
        return keycloak.users(person, true).stream().findFirst();
    }

    private ObjectNode created(Account account) {
        keycloak.create(new NewUser(account.person(), account.name(), account.enabled(), true));
        return user(account.person()).orElseThrow(() -> new ProviderAway("no account of the name that was just made"));
    }

    private void place(String user, Set<Duty> wanted) {
        var paths = wanted.stream()
                .collect(Collectors.toMap(duty -> TREE + duty.project() + "/" + duty.role(), duty -> duty));
        for (var group : keycloak.groupsOf(user, MANY)) {
            var path = group.path() == null ? "" : group.path();
            if (paths.remove(path) == null && path.startsWith(TREE)) {
                keycloak.leave(user, group.id());
            }
        }
        for (var duty : paths.values()) {
            keycloak.join(user, group(duty).id());
        }
    }

    private boolean isGiven(String user, String password) {
        try {
            keycloak.reset(user, new Password("password", password, true));
            return true;
        } catch (KeycloakAnswer answer) {
            if (answer.isOfPasswordHistory()) {
                return true;
            }
            throw answer;
        }
    }

    private Group group(Duty duty) {
        var office = office().orElseGet(() -> made(() -> keycloak.createTop(new GroupName(OFFICE)), this::office));
        return child(child(office, duty.project()), duty.role());
    }

    private Group child(Group parent, String name) {
        Supplier<Optional<Group>> existing = () -> named(children(parent), name);
        return existing.get()
                .orElseGet(() -> made(() -> keycloak.createChild(parent.id(), new GroupName(name)), existing));
    }

    /// Where somebody else was first, there it is.
    private static Group made(Runnable create, Supplier<Optional<Group>> existing) {
        try {
            create.run();
        } catch (KeycloakAnswer answer) {
            if (!answer.isConflict()) {
                throw answer;
            }
        }
        return existing.get().orElseThrow(() -> new ProviderAway("no group of the name that was just made"));
    }

    private Optional<Group> office() {
        return named(keycloak.topGroups(OFFICE, true), OFFICE);
    }

    private List<Group> children(Group parent) {
        return pages(parent, keycloak::children);
    }

    private static Optional<Group> named(List<Group> groups, String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    private interface Pages<T> {
        List<T> page(String group, int first, int max);
    }

    private static <T> List<T> pages(Group group, Pages<T> pages) {
        var found = new ArrayList<T>();
        List<T> page;
        do {
            page = pages.page(group.id(), found.size(), AT_ONCE);
            found.addAll(page);
        } while (page.size() == AT_ONCE);
        return found;
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProviderAway e) {
            throw e;
        } catch (RuntimeException e) {
            // On the way there, or on the way to a token for it.
            throw new ProviderAway(e);
        }
    }
}
