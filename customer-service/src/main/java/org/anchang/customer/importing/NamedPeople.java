package org.anchang.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.anchang.customer.colleague.Colleague;
import org.anchang.customer.colleague.Colleagues;
import org.anchang.customer.roster.Roster;
import org.anchang.kit.name.Names;
import org.jspecify.annotations.Nullable;

/// Whom a file means by the names of people: those of the project, by user name or by what they are called where that
/// is one person's name alone.
@ApplicationScoped
class NamedPeople {
    @Inject
    Roster roster;

    @Inject
    Colleagues colleagues;

    KnownPeople of(String project) {
        var consultants = Set.copyOf(roster.consultants(project));
        var byName = new HashMap<String, String>();
        var several = new HashSet<String>();
        for (var colleague : colleagues.of(project)) {
            var key = Names.key(colleague.name());
            if (byName.put(key, colleague.person()) != null) {
                several.add(key);
            }
        }
        several.forEach(byName::remove);
        colleagues.of(project).stream().map(Colleague::person).forEach(person -> byName.put(Names.key(person), person));
        consultants.forEach(person -> byName.put(Names.key(person), person));
        return new KnownPeople(consultants, byName);
    }

    /// @param byName user names, by what a file may call them
    record KnownPeople(Set<String> consultants, Map<String, String> byName) {
        /// Who may own customers; null: nobody of the roster.
        @Nullable
        String consultant(@Nullable String written) {
            var person = written == null ? null : byName.get(Names.key(written));
            return person != null && consultants.contains(person) ? person : null;
        }

        /// Whoever it was; as the file names them where nobody is called so.
        @Nullable
        String author(@Nullable String written) {
            return written == null ? null : byName.getOrDefault(Names.key(written), Names.trimmed(written));
        }
    }
}
