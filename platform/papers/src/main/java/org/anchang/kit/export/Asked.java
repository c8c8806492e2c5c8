package org.anchang.kit.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.kit.export.ExportRows.Column;
import org.anchang.kit.export.ExportRows.Heading;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Conditions;
import org.jspecify.annotations.Nullable;

/// What somebody asked for, with the rights that they had when they asked.
///
/// @param list    e.g. `customers`
/// @param person  user name
/// @param name    as people call them
/// @param roles   held in the project
/// @param ownOnly SEC-1: no more than what is the person's own
public record Asked(
        UUID id,
        String project,
        String list,
        ExportQuery filter,
        String person,
        String name,
        Set<String> roles,
        boolean ownOnly,
        boolean english) {
    /// Whose rows they may be at most: those of the project, and where somebody sees their own alone, these (SEC-1).
    ///
    /// @param projectColumn e.g. `d.project`
    /// @param ownerColumn   e.g. `d.consultant`
    public Conditions on(String projectColumn, String ownerColumn) {
        return within(projectColumn).and(ownerColumn + " = :exporter", ownOnly ? person : null);
    }

    /// The same of what everybody in the project sees.
    public Conditions within(String projectColumn) {
        return new Conditions(projectColumn + " = :exported", new HashMap<>()).with("exported", project);
    }

    public boolean holds(String role) {
        return roles.contains(role);
    }

    /// Whether the person sees in full what belongs to `owner`, as the screen shows it (CUS-6).
    public boolean seesInFull(String owner, String managersRole) {
        return person.equals(owner) || holds(managersRole);
    }

    /// CUS-6: that the person sees in full what belongs to `owner`, where they do.
    public Optional<Looks.At> look(String kind, UUID thing, String owner, String managersRole) {
        var right = person.equals(owner) ? Looks.Right.OWNER : Looks.Right.SITE_MANAGER;
        return seesInFull(owner, managersRole)
                ? Optional.of(new Looks.At(kind, thing, project, right))
                : Optional.empty();
    }

    /// A column of the file.
    ///
    /// @param width in characters
    /// @param cell  of a row: a text, a number, or null; all else is written as a text
    public <T> Column<T> column(String chinese, String inEnglish, int width, Function<T, @Nullable Object> cell) {
        return new Column<>(new Heading(said(chinese, inEnglish), width), cell);
    }

    /// In the language that was asked in.
    public String said(String chinese, String inEnglish) {
        return english ? inEnglish : chinese;
    }

    /// A name of a closed set, in the language that was asked in.
    public String word(Map<String, String> chinese, Enum<?> name) {
        return word(chinese.getOrDefault(name.name(), name.name()), name);
    }

    /// The same, where its word is known.
    public String word(String chinese, Enum<?> name) {
        return english ? name.name().toLowerCase(Locale.ROOT).replace('_', ' ') : chinese;
    }

    /// Nothing for nothing.
    public @Nullable String wordIfAny(Map<String, String> chinese, @Nullable Enum<?> name) {
        return name == null ? null : word(chinese, name);
    }
}
