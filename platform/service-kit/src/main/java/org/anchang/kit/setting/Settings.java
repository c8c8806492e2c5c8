package org.anchang.kit.setting;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.problem.KitRefusal;

/// Limits, rates, day counts and switches: per project, effective from a date, with the reason and who set them. A
/// value is never changed; a newer row takes over from its date.
@ApplicationScoped
public class Settings {
    /// What settings a service knows.
    public interface Catalogue {
        List<? extends SettingKey> keys();
    }

    /// A setting as it stands for a project on a date.
    public record Effective(String name, String value, String explanation, boolean isDefault) {}

    private static final String EFFECTIVE = """
            SELECT value FROM setting WHERE project = ?1 AND name = ?2 AND valid_from <= ?3
            ORDER BY valid_from DESC, set_at DESC, id DESC LIMIT 1""";

    @Inject
    EntityManager database;

    @Inject
    OfficeClock clock;

    @Inject
    Caller caller;

    @Inject
    Instance<Catalogue> catalogue;

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

    private Optional<String> chosen(String project, SettingKey key, LocalDate on) {
        List<?> rows = database.createNativeQuery(EFFECTIVE)
                .setParameter(1, project)
                .setParameter(2, key.name())
                .setParameter(3, on)
                .getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }

    public List<Effective> all(String project, LocalDate on) {
        return keys().stream()
                .<Effective>map(key -> {
                    var value = value(project, key, on);
                    var defined = key.definition();
                    return new Effective(
                            key.name(), value, defined.explanation(), value.equals(defined.defaultValue()));
                })
                .toList();
    }

    /// @throws org.anchang.kit.problem.Refused SETTING_UNKNOWN, SETTING_VALUE_NOT_ALLOWED
    @Transactional
    public void set(String project, String name, NewValue change) {
        var key = keys().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.SETTING_UNKNOWN));
        var allowed = key.definition().allowed();
        if (!change.value().matches(allowed)) {
            throw refuse(KitRefusal.SETTING_VALUE_NOT_ALLOWED).with("expected", allowed);
        }
        database.createNativeQuery("INSERT INTO setting VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .setParameter(1, Ids.next())
                .setParameter(2, project)
                .setParameter(3, name)
                .setParameter(4, change.value())
                .setParameter(5, change.validFrom())
                .setParameter(6, change.reason())
                .setParameter(7, caller.name())
                .setParameter(8, clock.instant())
                .executeUpdate();
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
