package org.anchang.customer.tag;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerRefusal;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.name.Names;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;

/// CUS-9: the tags of a project, retired ones too: they are never deleted.
@ApplicationScoped
public class Tags {
    /// A word of the dictionary.
    public record TagWord(UUID id, String name, boolean retired) {}

    /// As many as a list of chips bears.
    private static final int MOST = 100;

    private static final String OF =
            "SELECT id, name, retired FROM customer_tag WHERE project = :project ORDER BY retired, id";
    private static final String ADD = """
            INSERT INTO customer_tag (id, project, name, changed_by, changed_at) VALUES (:id, :project, :name, :by, :at)
            ON CONFLICT (project, name_key(name)) DO UPDATE
            SET retired = false, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            WHERE customer_tag.retired""";
    private static final String RETIRE = """
            UPDATE customer_tag SET retired = true, changed_by = :by, changed_at = :at
            WHERE id = :id AND project = ANY (:projects) AND NOT retired RETURNING project""";
    private static final String PROJECT = "SELECT project FROM customer_tag WHERE id = :id";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    List<TagWord> of(String project) {
        return database.sql(OF).with("project", project).rows(TagWord.class);
    }

    /// Those that are set, by the key of what somebody may have written.
    public Map<String, UUID> chosenByKey(String project) {
        return of(project).stream()
                .filter(tag -> !tag.retired())
                .collect(Collectors.toMap(tag -> Names.key(tag.name()), TagWord::id));
    }

    /// @throws org.anchang.kit.problem.Refused TAGS_ARE_ENOUGH, TAG_IS_KNOWN
    @Transactional(Transactional.TxType.MANDATORY)
    void add(String project, String name) {
        var live = of(project).stream().filter(tag -> !tag.retired()).count();
        if (live >= MOST) {
            throw refuse(CustomerRefusal.TAGS_ARE_ENOUGH).with("most", MOST);
        }
        var written = database.sql(ADD)
                .with("id", Ids.next())
                .with("project", project)
                .with("name", Names.trimmed(name))
                .with("by", caller.name())
                .with("at", clock.instant())
                .write();
        refuseIf(written == 0, CustomerRefusal.TAG_IS_KNOWN);
    }

    /// @return the project whose tag it was
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    @Transactional(Transactional.TxType.MANDATORY)
    String retire(Scope scope, UUID id) {
        var project = database.sql(PROJECT)
                .with("id", id)
                .row(String.class)
                .filter(scope::covers)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        return database.sql(RETIRE)
                .with("id", id)
                .with("projects", List.of(project))
                .with("by", caller.name())
                .with("at", clock.instant())
                .row(String.class)
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }
}
