package org.anchang.kit.paper;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anchang.kit.Ids;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.name.Seen;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// PAP-2: the fields that a project has added to its papers: each with a label, where it stands, and what
/// always stands
/// in it or else is typed at the print. None is removed; a change is a later version of the same field,
/// and what was
/// printed keeps its own.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PaperFields {
    /// @param key    as the paper knows it, e.g. `added1`
    /// @param behind the label behind whose row it stands; left out: behind the last row
    /// @param value  what always stands there; left out: it is typed at the print
    @Schema(name = "PaperField")
    public record Field(
            String key,
            String label,
            @Nullable String behind,
            @Nullable String value,
            String addedBy,
            Instant addedAt) {}

    /// @param key left out for a new field; else the field that is changed
    @Schema(name = "NewPaperField")
    public record NewField(
            @Nullable @Pattern(regexp = "added\\d{1,3}") String key,

            @NotBlank @Seen @Pattern(regexp = "[^|{}<>*\\p{Cntrl}]+") @Size(max = 20)
            String label,

            @Nullable @Size(max = 60) String behind,
            @Nullable @Seen @Size(max = 200) String value) {}

    /// The added fields of a paper as they stand.
    ///
    /// @param version how often something was added or changed
    record Added(int version, List<Field> fields) {
        Map<String, String> filledWith(Map<String, String> typed) {
            var filled = new HashMap<String, String>();
            for (var field : fields) {
                var value = field.value() == null ? typed.get(field.key()) : field.value();
                if (value != null && !value.isBlank()) {
                    filled.put(field.key(), value);
                }
            }
            return filled;
        }
    }

    private record Row(
            int version,
            String key,
            String label,
            @Nullable String behind,
            @Nullable String value,
            String addedBy,
            Instant addedAt) {
        Field field() {
            return new Field(key, label, behind, value, addedBy, addedAt);
        }
    }

    private static final String OF = """
            SELECT version, key, label, behind, value, added_by, added_at FROM paper_field
            WHERE project = :project AND paper = :paper ORDER BY version""";
    private static final String ADD = """
            INSERT INTO paper_field (id, project, paper, version, key, label, behind, value, added_by, added_at)
            VALUES (:id, :project, :paper, :version, :key, :label, :behind, :value, :addedBy, :addedAt)""";

    @Inject
    Database database;

    @Inject
    Caller caller;

    @Inject
    OfficeClock clock;

    Added of(String project, String paper) {
        var fields = new LinkedHashMap<String, Field>();
        var version = 0;
        for (var row :
                database.sql(OF).with("project", project).with("paper", paper).rows(Row.class)) {
            fields.put(row.key(), row.field());
            version = row.version();
        }
        return new Added(version, new ArrayList<>(fields.values()));
    }

    /// Of two at the same moment one is asked to try again.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND where there is no such field, or no label to
    /// stand behind
    void add(String project, String paper, NewField wish) {
        var now = of(project, paper);
        var template = Template.named(paper).with(now.fields(), now.version());
        if (wish.key() != null
                        && now.fields().stream().noneMatch(field -> field.key().equals(wish.key()))
                || wish.behind() != null && !template.labels().contains(wish.behind())) {
            throw refuse(KitRefusal.NOT_FOUND);
        }
        database.sql(ADD)
                .with(new Row(
                        now.version() + 1,
                        wish.key() == null ? "added" + (now.fields().size() + 1) : wish.key(),
                        wish.label().strip(),
                        wish.behind(),
                        wish.value(),
                        caller.name(),
                        clock.instant()))
                .with("id", Ids.next())
                .with("project", project)
                .with("paper", paper)
                .write();
    }
}
