package org.anchang.customer.household;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// REC-4, REC-9: whose a household is when one of its members signs. Nothing is read or written here.
final class HouseholdRule {
    /// A member, as far as it matters.
    record Member(UUID customer, String owner, String first, Instant since) {}

    /// What follows from the rule.
    sealed interface Outcome {}

    /// All of them are one consultant's already.
    record Agreed() implements Outcome {}

    /// All belong to this consultant, and the commission on who signs is theirs.
    record Belongs(String consultant) implements Outcome {}

    /// A person decides.
    record Undecided() implements Outcome {}

    private HouseholdRule() {}

    /// @param closer who closes
    static Outcome outcome(HouseholdOwner rule, List<Member> members, String closer) {
        var isOnes = areOne(members, Member::owner) && areOne(members, Member::first);
        if (members.size() < 2 || isOnes) {
            return new Agreed();
        }
        return switch (rule) {
            case CLOSING_CONSULTANT -> new Belongs(closer);
            case FIRST_CONSULTANT ->
                new Belongs(members.stream()
                        .min(Comparator.comparing(Member::since).thenComparing(Member::customer))
                        .orElseThrow()
                        .first());
            case DECISION -> new Undecided();
        };
    }

    private static boolean areOne(List<Member> members, Function<Member, String> whose) {
        return members.stream().map(whose).distinct().count() == 1;
    }
}
