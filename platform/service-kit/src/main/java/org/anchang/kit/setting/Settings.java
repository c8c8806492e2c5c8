package org.anchang.kit.setting;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Words;
import org.anchang.kit.sql.Database;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Limits, rates, day counts and switches: per project, effective from a date, with the reason and who set them. A
/// value is never changed; a newer row takes over from its date.
///
/// A transaction reads a project's settings of a day once, and decides by them until it ends.
///
/// Reading never fails by what is stored: a value that is none of the setting's own, because an earlier version took
/// it, is passed over for the default and shown by [UnfitSettings].
@ApplicationScoped
public class Settings {
    /// What settings a service knows.
    public interface Catalogue {
        List<? extends SettingKey> keys();
    }

    /// A setting as it stands for a project on a date.
    ///
    /// @param explanation what it decides, in the caller's language where the service's `facts_….properties` say it
    /// @param planned     the next value that is set already, and from when on it counts
    public record Effective(
            String name,
            String value,
            String explanation,
            boolean isDefault,
            @Nullable Planned planned) {}

    @Schema(name = "PlannedValue")
    public record Planned(String value, LocalDate validFrom) {}

    /// What has become of a value that somebody set.
    @Schema(name = "ValueStanding")
    public enum Standing {
        /// Its day has not come
        PLANNED,
        COUNTS,
        /// Another one has taken over
        PASSED,
        /// Set anew for the same day: it counts no more, or never did
        REPLACED
    }

    /// A value as somebody set it.
    public record SetValue(
            UUID id,
            String name,
            String value,
            LocalDate validFrom,
            String reason,
            String setBy,
            Instant setAt,
            Standing standing) {}

    private record Coming(String name, String value, LocalDate validFrom) {}

    private static final String IN_COLUMNS = """
            SELECT %s FROM (
                SELECT DISTINCT ON (name) name, value FROM setting WHERE project = :project AND valid_from <= :today AND name IN (%s)
                ORDER BY name, valid_from DESC, set_at DESC, id DESC) effective""";

    /// A stored text that is no such number counts as none.
    private static final String COLUMN = """
            coalesce(max(CASE WHEN name = '%1$s' AND value ~ '^[0-9]{1,9}$' THEN
                CASE WHEN value::int BETWEEN %2$d AND %3$d THEN value::int END END), %4$s) AS %1$s""";

    private static final String EFFECTIVE_EVERYWHERE = """
            SELECT DISTINCT ON (project, name) project, name, value FROM setting WHERE valid_from <= :on
            ORDER BY project, name, valid_from DESC, set_at DESC, id DESC""";

    private static final String ALL_EFFECTIVE = """
            SELECT DISTINCT ON (name) name, value FROM setting WHERE project = :project AND valid_from <= :on
            ORDER BY name, valid_from DESC, set_at DESC, id DESC""";

    private static final String NEXT = """
            SELECT DISTINCT ON (name) name, value, valid_from FROM setting WHERE project = :project AND valid_from > :on
            ORDER BY name, valid_from, set_at DESC, id DESC""";

    private static final String HISTORY = """
            SELECT s.id, s.name, s.value, s.valid_from, s.reason, s.set_by, s.set_at,
                   CASE WHEN EXISTS (SELECT 1 FROM setting o WHERE o.project = s.project AND o.name = s.name
                                     AND o.valid_from = s.valid_from AND (o.set_at, o.id) > (s.set_at, s.id)) THEN 'REPLACED'
                        WHEN s.valid_from > :today THEN 'PLANNED'
                        WHEN EXISTS (SELECT 1 FROM setting o WHERE o.project = s.project AND o.name = s.name
                                     AND o.valid_from > s.valid_from AND o.valid_from <= :today) THEN 'PASSED'
                        ELSE 'COUNTS' END AS standing
            FROM setting s
            WHERE s.project = :project AND (CAST(:name AS text) IS NULL OR s.name = :name)
              AND (CAST(:after AS uuid) IS NULL OR s.id < :after)
            ORDER BY s.id DESC LIMIT :rows""";

    private static final String SET = """
            INSERT INTO setting (id, project, name, value, valid_from, reason, set_by, set_at)
            VALUES (:id, :project, :name, :value, :validFrom, :reason, :by, :at)""";

    private record Chosen(String name, String value) {}

    /// Under which a transaction keeps what it has read.
    private record Read(String project, LocalDate on) {}

    record Unfit(String project, String name, String value) {}

    @Inject
    Database database;

    @Inject
    TransactionSynchronizationRegistry transaction;

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
        var columns = Stream.of(keys).map(key -> {
            var form = (SettingForm.Whole) key.definition().form();
            return COLUMN.formatted(
                    key.name(), form.least(), form.most(), key.definition().standard());
        });
        var names = Stream.of(keys).map(key -> "'" + key.name() + "'");
        return IN_COLUMNS.formatted(columns.collect(Collectors.joining(", ")), names.collect(Collectors.joining(", ")));
    }

    public int integer(String project, SettingKey key) {
        return read(project, key, clock.today(), Integer.class);
    }

    public Money money(String project, SettingKey key) {
        return read(project, key, clock.today(), Money.class);
    }

    public BigDecimal percent(String project, SettingKey key) {
        return percent(project, key, clock.today());
    }

    public BigDecimal percent(String project, SettingKey key, LocalDate on) {
        return read(project, key, on, BigDecimal.class);
    }

    public String text(String project, SettingKey key) {
        return read(project, key, clock.today(), String.class);
    }

    private <T> T read(String project, SettingKey key, LocalDate on, Class<T> as) {
        var set = Optional.ofNullable(chosen(project, on).get(key.name()))
                .flatMap(key.definition().form()::read);
        return as.cast(set.isPresent() ? set.get() : key.definition().standard());
    }

    /// What stands there, as it was written, for today; nothing where the default counts.
    public Optional<String> chosen(String project, SettingKey key) {
        return Optional.ofNullable(chosen(project, clock.today()).get(key.name()))
                .filter(value -> fits(key, value));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> chosen(String project, LocalDate on) {
        if (transaction.getTransactionKey() == null) {
            return read(project, on);
        }
        var read = new Read(project, on);
        var known = (Map<String, String>) transaction.getResource(read);
        if (known == null) {
            known = read(project, on);
            transaction.putResource(read, known);
        }
        return known;
    }

    private Map<String, String> read(String project, LocalDate on) {
        return database.sql(ALL_EFFECTIVE).with("project", project).with("on", on).rows(Chosen.class).stream()
                .collect(Collectors.toMap(Chosen::name, Chosen::value));
    }

    private static boolean fits(SettingKey key, String value) {
        return key.definition().form().read(value).isPresent();
    }

    private Effective effective(SettingKey key, @Nullable String chosen, @Nullable Planned planned) {
        var defined = key.definition();
        var value = chosen != null && fits(key, chosen) ? chosen : defined.defaultValue();
        var explanation = words.words("setting", key.name()).orElse(defined.explanation());
        var isDefault =
                defined.form().read(value).filter(defined.standard()::equals).isPresent();
        return new Effective(key.name(), value, explanation, isDefault, planned);
    }

    private Effective effective(SettingKey key, @Nullable String chosen) {
        return effective(key, chosen, null);
    }

    private Map<String, Planned> next(String project, LocalDate on) {
        return database.sql(NEXT).with("project", project).with("on", on).rows(Coming.class).stream()
                .collect(Collectors.toMap(Coming::name, coming -> new Planned(coming.value(), coming.validFrom())));
    }

    /// Every value that somebody set, the newest first: who, when, from when on it counts, and why.
    ///
    /// @param name of one setting; `null`: of all
    public Page<SetValue> history(String project, @Nullable String name, PageRequest page) {
        return database.sql(HISTORY)
                .with("project", project)
                .with("name", name)
                .with("today", clock.today())
                .page(page, SetValue.class, SetValue::id);
    }

    /// What counts today in any project though it is none of its setting's own values.
    List<Unfit> unfit() {
        var byName = keys().stream().collect(Collectors.toMap(SettingKey::name, Function.identity()));
        return database.sql(EFFECTIVE_EVERYWHERE).with("on", clock.today()).rows(Unfit.class).stream()
                .filter(set -> byName.containsKey(set.name()))
                .filter(set -> !fits(requireNonNull(byName.get(set.name())), set.value()))
                .toList();
    }

    /// All settings of the project as they stand on that day, by name.
    public Page<Effective> all(String project, LocalDate on, PageRequest page) {
        var chosen = chosen(project, on);
        var next = next(project, on);
        var after = page.after().map(List::getLast).orElse("");
        var found = keys().stream()
                .sorted(Comparator.comparing(SettingKey::name))
                .filter(key -> key.name().compareTo(after) > 0)
                .limit(page.rows())
                .map(key -> effective(key, chosen.get(key.name()), next.get(key.name())))
                .toList();
        return Page.of(found, page, setting -> List.of(setting.name()));
    }

    /// @throws org.anchang.kit.problem.Refused SETTING_UNKNOWN, SETTING_IS_GENERAL_MANAGERS,
    ///     SETTING_VALUE_NOT_ALLOWED
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(String project, String name, NewValue change) {
        var key = keys().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.SETTING_UNKNOWN)
                        .with("field", "name")
                        .with("known", keys().stream().map(SettingKey::name).toList()));
        refuseIf(
                key.isGeneralManagers() && !caller.holds(project, Role.GENERAL_MANAGER),
                KitRefusal.SETTING_IS_GENERAL_MANAGERS);
        if (!fits(key, change.value())) {
            throw refuse(KitRefusal.SETTING_VALUE_NOT_ALLOWED)
                    .with("field", "value")
                    .with(key.definition().facts());
        }
        write(project, key, change);
    }

    /// What counts in one project on a day is set in another from that day on, where it differs. The general manager's
    /// settings are copied by the general manager only; a stored value that is none of its setting's own is not.
    ///
    /// @return how many values were set
    @Transactional(Transactional.TxType.MANDATORY)
    public int copy(String from, String project, LocalDate validFrom, String reason) {
        var theirs = chosen(from, validFrom);
        var ours = chosen(project, validFrom);
        var differing = keys().stream()
                .filter(key -> !key.isProjectsOwn())
                .filter(key -> !key.isGeneralManagers() || caller.holds(project, Role.GENERAL_MANAGER))
                .filter(key -> !effective(key, theirs.get(key.name()))
                        .value()
                        .equals(effective(key, ours.get(key.name())).value()))
                .toList();
        differing.forEach(key -> write(
                project,
                key,
                new NewValue(effective(key, theirs.get(key.name())).value(), validFrom, reason)));
        return differing.size();
    }

    private void write(String project, SettingKey key, NewValue change) {
        database.sql(SET)
                .with(change)
                .with("id", Ids.next())
                .with("project", project)
                .with("name", key.name())
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
    }

    /// A value from a date on, and why.
    public record NewValue(
            @jakarta.validation.constraints.NotBlank String value,
            @jakarta.validation.constraints.NotNull LocalDate validFrom,

            @jakarta.validation.constraints.NotBlank @jakarta.validation.constraints.Size(max = 500)
            String reason) {}

    private List<? extends SettingKey> keys() {
        return catalogue.isResolvable() ? catalogue.get().keys() : List.of();
    }
}
