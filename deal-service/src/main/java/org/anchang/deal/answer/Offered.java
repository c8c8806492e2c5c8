package org.anchang.deal.answer;

import java.util.UUID;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.identity.Caller;
import org.jspecify.annotations.Nullable;

/// A command that a screen may offer beside a deal.
///
/// @param place       among what is offered together, the lowest first
/// @param about       what it is sent to, where that is not the deal
/// @param onlyFor     the one person who may, where it is not all who have one of the roles
/// @param whileChanging whether it is offered while a change waits for signatures, too (SWP-3)
public record Offered(
        int place,
        Offer command,
        @Nullable UUID about,
        @Nullable String onlyFor,
        boolean whileChanging) {
    /// Who asks.
    interface Person {
        String name();

        boolean holds(String... roles);

        static Person of(Caller caller, String project) {
            return new Person() {
                @Override
                public String name() {
                    return caller.name();
                }

                @Override
                public boolean holds(String... roles) {
                    return caller.holds(project, roles);
                }
            };
        }
    }

    /// The command that a method of a resource takes.
    public static Offered of(int place, DealAction name, Class<?> resource, String method) {
        return new Offered(place, Offer.of(name, resource, method), null, null, false);
    }

    public Offered alsoWhileChanging() {
        return new Offered(place, command, about, onlyFor, true);
    }

    Action to(UUID deal, Person person) {
        var yours = onlyFor == null
                ? person.holds(command.roles().toArray(String[]::new))
                : person.name().equals(onlyFor);
        return command.on(yours, about == null ? deal : about);
    }

    /// The same beside another answer about the deal.
    public Action on(UUID deal, String project, Caller caller) {
        return to(deal, Person.of(caller, project));
    }
}
