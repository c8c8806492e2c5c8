package org.anchang.kit.setting;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Words;
import org.anchang.kit.sql.Database;

/// Limits, rates, day counts and switches: per project, effective from a date, with the reason and who set them. A
/// value is never changed; a newer row takes over from its date.
@ApplicationScoped
public class Settings {
    /// What settings a service knows.
    public interface Catalogue {
        List<? extends SettingKey> keys();
    }

    /// A setting as it stands for a project on a date.
    ///
    /// @param explanation what it decides, in the caller's language where the service's `facts_….properties` say it
    public record Effective(String name, String value, String explanation, boolean isDefault) {}

    private static final String EFFECTIVE = """
            SELECT value FROM setting WHERE project = :project AND name = :name AND valid_from <= :on
            ORDER BY valid_from DESC, set_at DESC, id DESC LIMIT 1""";

    private static final String IN_COLUMNS = """
            SELECT %s FROM (
                SELECT DISTINCT ON (name) name, value FROM setting WHERE project = :project AND valid_from <= :today AND name IN (%s)
                ORDER BY name, valid_from DESC, set_at DESC, id DESC) effective""";

    private static final String ALL_EFFECTIVE = """
            SELECT DISTINCT ON (name) name, value FROM setting WHERE project = :project AND valid_from <= :on
            ORDER BY name, valid_from DESC, set_at DESC, id DESC""";

    private static final String SET = """
            INSERT INTO setting (id, project, name, value, valid_from, reason, set_by, set_at)
            VALUES (:id, :project, :name, :value, :validFrom, :reason, :by, :at)""";

    private record Chosen(String name, String value) {}

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Inject
    Instance<Catalogue> catalogue;

    @Inject
    Words words;

    /// A query of one row for statements that need several settings at once: a column each, named like the setting,
    /// whole numbers all. Its parameters are `:project` and `:today`.
    public static String columns(SettingKey... keys) {
        var columns = Stream.of(keys)
                .map(key -> "coalesce(max(value) FILTER (WHERE name = '%1$s'), '%2$s')::int AS %1$s"
                        .formatted(key.name(), key.definition().defaultValue()));
        var names = Stream.of(keys).map(key -> "'" + key.name() + "'");
        return IN_COLUMNS.formatted(columns.collect(Collectors.joining(", ")), names.collect(Collectors.joining(", ")));
    }

    public int integer(String project, SettingKey key) {
        return Integer.parseInt(value(project, key, clock.today()));
    }

    public BigDecimal decimal(String project, SettingKey key) {
        return new BigDecimal(value(project, key, clock.today()));
    }

    public String text(String project, SettingKey key) {
        return value(project, key, clock.today());
    }

    public String value(String project, SettingKey key, LocalDate on) {
        return chosen(project, key, on).orElse(key.definition().defaultValue());
    }

    /// What the project has set, for today; nothing where the default stands.
    public Optional<String> chosen(String project, SettingKey key) {
        return chosen(project, key, clock.today());
    }

    private Map<String, String> chosen(String project, LocalDate on) {
        return database.sql(ALL_EFFECTIVE).with("project", project).with("on", on).rows(Chosen.class).stream()
                .collect(Collectors.toMap(Chosen::name, Chosen::value));
    }

    private Effective effective(SettingKey key, String value) {
        var defined = key.definition();
        var explanation = words.words("setting", key.name()).orElse(defined.explanation());
        return new Effective(key.name(), value, explanation, value.equals(defined.defaultValue()));
    }

    private Optional<String> chosen(String project, SettingKey key, LocalDate on) {
        return database.sql(EFFECTIVE)
                .with("project", project)
                .with("name", key.name())
                .with("on", on)
                .row(String.class);
    }

    /// All settings of the project as they stand on that day, by name.
    public Page<Effective> all(String project, LocalDate on, PageRequest page) {
        var chosen = chosen(project, on);
        var after = page.after().map(List::getLast).orElse("");
        var found = keys().stream()
                .sorted(Comparator.comparing(SettingKey::name))
                .filter(key -> key.name().compareTo(after) > 0)
                .limit(page.rows())
                .map(key -> effective(
                        key, chosen.getOrDefault(key.name(), key.definition().defaultValue())))
                .toList();
        return Page.of(found, page, setting -> List.of(setting.name()));
    }

    /// @throws org.anchang.kit.problem.Refused SETTING_UNKNOWN, SETTING_IS_GENERAL_MANAGERS,
    ///     SETTING_VALUE_NOT_ALLOWED
    @Transactional
    public void set(String project, String name, NewValue change) {
        var key = keys().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.SETTING_UNKNOWN));
        refuseIf(
                key.isGeneralManagers() && !caller.holds(Role.GENERAL_MANAGER), KitRefusal.SETTING_IS_GENERAL_MANAGERS);
        var allowed = key.definition().allowed();
        if (!change.value().matches(allowed)) {
            throw refuse(KitRefusal.SETTING_VALUE_NOT_ALLOWED).with("expected", allowed);
        }
        database.sql(SET)
                .with(change)
                .with("id", Ids.next())
                .with("project", project)
                .with("name", name)
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
    }

    /// A value from a date on, and why.
    public record NewValue(
            @jakarta.validation.constraints.NotBlank String value,
            @jakarta.validation.constraints.NotNull LocalDate validFrom,
            @jakarta.validation.constraints.NotBlank String reason) {}

    private List<? extends SettingKey> keys() {
        refuseUnless(catalogue.isResolvable(), KitRefusal.SETTING_UNKNOWN);
        return catalogue.get().keys();
    }
}
