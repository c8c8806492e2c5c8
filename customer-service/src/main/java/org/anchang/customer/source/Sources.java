package org.anchang.customer.source;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-1: the sources of a project, retired ones too: they are never deleted.
@ApplicationScoped
public class Sources {
    /// @param printed whether it stands on the printed form
    record Source(String name, boolean printed, boolean retired) {}

    private record StoredSource(String name, boolean retired) {}

    /// As they stand on the form (客户登记表).
    private static final List<String> PRINTED = List.of("日报", "晚报", "电视", "路过", "听说", "老带新", "单页", "户外", "其他");
    private static final String OF = "SELECT name, retired FROM customer_source WHERE project = :project ORDER BY id";
    private static final String SET = """
            INSERT INTO customer_source (id, project, name, changed_by, changed_at, retired)
            VALUES (:id, :project, :name, :by, :at, :retired)
            ON CONFLICT (project, name_key(name)) DO UPDATE
            SET retired = excluded.retired, changed_by = excluded.changed_by, changed_at = excluded.changed_at""";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    List<Source> of(String project) {
        var rows = database.sql(OF).with("project", project).rows(StoredSource.class);
        return Stream.concat(
                        PRINTED.stream()
                                .map(name -> new Source(
                                        name,
                                        true,
                                        rows.stream().anyMatch(row -> isNamed(row.name(), name) && row.retired()))),
                        rows.stream()
                                .filter(row -> PRINTED.stream().noneMatch(name -> isNamed(row.name(), name)))
                                .map(row -> new Source(row.name(), false, row.retired())))
                .toList();
    }

    /// The word of the dictionary for what somebody chose; nothing where nothing was chosen.
    ///
    /// @throws org.anchang.kit.problem.Refused SOURCE_UNKNOWN
    public @Nullable String chosen(String project, @Nullable String name) {
        if (name == null) {
            return null;
        }
        var source = named(project, name).filter(one -> !one.retired());
        refuseUnless(source.isPresent(), CustomerRefusal.SOURCE_UNKNOWN);
        return source.get().name();
    }

    /// Those that are chosen, by the key of what somebody may have written.
    public Map<String, String> chosenByKey(String project) {
        return of(project).stream()
                .filter(source -> !source.retired())
                .collect(Collectors.toMap(source -> Names.key(source.name()), Source::name, (one, _) -> one));
    }

    /// @throws org.anchang.kit.problem.Refused SOURCE_IS_KNOWN
    @Transactional(Transactional.TxType.MANDATORY)
    void add(String project, String name) {
        var source = named(project, name);
        refuseIf(source.isPresent() && !source.get().retired(), CustomerRefusal.SOURCE_IS_KNOWN);
        set(project, source.map(Source::name).orElse(Names.trimmed(name)), false);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    @Transactional(Transactional.TxType.MANDATORY)
    void retire(String project, String name) {
        var source = named(project, name).filter(one -> !one.retired());
        refuseUnless(source.isPresent(), KitRefusal.NOT_FOUND);
        set(project, source.get().name(), true);
    }

    private Optional<Source> named(String project, String name) {
        return of(project).stream().filter(one -> isNamed(one.name(), name)).findFirst();
    }

    private void set(String project, String name, boolean retired) {
        database.sql(SET)
                .with("id", Ids.next())
                .with("project", project)
                .with("name", name)
                .with("by", caller.name())
                .with("at", clock.instant())
                .with("retired", retired)
                .write();
    }

    private static boolean isNamed(String one, String other) {
        return Names.key(one).equals(Names.key(other));
    }
}
