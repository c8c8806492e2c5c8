package org.anchang.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What customer-service tells: who is known to the office and whose customer it is; and where people work.
public sealed interface CustomerEvent extends Event {
    String TOPIC = "customer-events";

    /// What is told of one customer.
    sealed interface OfCustomer extends CustomerEvent {
        UUID customer();

        @Override
        default UUID aggregate() {
            return customer();
        }
    }

    /// What changes or shows to whom a customer belongs, or what they are called (REC-2 … REC-6, COM-1, COM-2, CUS-10).
    sealed interface Ownership extends OfCustomer {}

    /// CUS-1, CUS-2: a contact became a customer record. `owner` is the first consultant;
    /// `*` where nobody has had them yet.
    ///
    /// @param name         masked (CUS-6); absent in what was told before names were
    /// @param broker       who of a partner brought them, where somebody did
    /// @param registration the partner's registration of them (报备)
    record CustomerRegistered(
            UUID customer,
            String project,
            Instant at,
            String number,
            String owner,
            String channel,
            @Nullable UUID introducedBy,
            @Nullable String name,
            @Nullable String broker,
            @Nullable String registration)
            implements Ownership {}

    /// TRK-2, REC-6: the customer belongs to somebody else from now on.
    ///
    /// @param to     `*` for the public pool, where the customer is nobody's (TRK-5)
    /// @param reason `DECIDED`, `POOLED`, `CLAIMED`, `RECEIVED`, `HANDED_OVER`, `HOUSEHOLD`; what somebody
    ///     wrote about
    ///     it stays in customer-service (CUS-6)
    record CustomerReassigned(
            UUID customer, String project, Instant at, String from, String to, String reason, String decidedBy)
            implements Ownership {}

    /// CUS-10: what the customer is called was put right, or how they came.
    ///
    /// @param name         masked (CUS-6)
    /// @param channel      absent in what was told before channels were; then neither of the next says anything
    /// @param broker       as in [CustomerRegistered], absent where nobody did
    /// @param registration the same
    record CustomerCorrected(
            UUID customer,
            String project,
            Instant at,
            String name,
            @Nullable String channel,
            @Nullable String broker,
            @Nullable String registration)
            implements Ownership {}

    /// CUS-3: `merged` was the same person; its history now belongs to `customer`.
    record CustomersMerged(UUID customer, String project, Instant at, UUID merged) implements Ownership {}

    /// CUS-3: `unmerged` was somebody else after all, and stands for itself again. Neither has a deal.
    ///
    /// @param records         what had gone into `unmerged` before, and stands under it again
    /// @param owner           of `unmerged`
    /// @param firstConsultant of `customer`, as without the other
    /// @param knownSince      when the office came to know `customer`, as without the other
    /// @param visits          that were received in the owner's place under `unmerged` and its records
    record CustomersUnmerged(
            UUID customer,
            String project,
            Instant at,
            UUID unmerged,
            List<UUID> records,
            String owner,
            String firstConsultant,
            Instant knownSince,
            List<UUID> visits)
            implements Ownership {}

    /// REC-3: who received the visitor, and whose customer it is. They differ only for a reason.
    ///
    /// @param broker       who of a partner brought them this time, where somebody did
    /// @param registration the partner's registration of them (报备)
    record VisitReceived(
            UUID customer,
            String project,
            Instant at,
            UUID visit,
            String receiver,
            String owner,
            ReceptionReason reason,
            String channel,
            @Nullable String broker,
            @Nullable String registration)
            implements Ownership {}

    /// What bears on whose the commission on a customer is (REC-4, REC-6, COM-5).
    sealed interface Attribution extends OfCustomer {}

    /// REC-6, COM-5: it is not settled whose the customer is: nothing is divided or paid out until it is
    /// decided.
    ///
    /// @param dispute the case
    /// @param kind    `DISPUTE` between consultants, `HOUSEHOLD` whose a household of several consultants is
    record OwnershipDisputed(UUID customer, String project, Instant at, UUID dispute, String kind, String filedBy)
            implements Attribution {}

    /// REC-6, REC-4: it is settled, by a person or by the project's rule of households. Where the customer
    /// changes hands, `CustomerReassigned` says so too.
    ///
    /// @param dispute         the case; absent where the rule decided
    /// @param kind            `WISH` of the customer, `DISPUTE`, `HOUSEHOLD`, `HOUSEHOLD_RULE`, or
    ///     `FIRST_OWNER` of whom nobody had before (CUS-8)
    /// @param owner           whose the customer is
    /// @param firstConsultant whose the commission is (COM-1)
    record OwnershipDecided(
            UUID customer,
            String project,
            Instant at,
            @Nullable UUID dispute,
            String kind,
            String owner,
            String firstConsultant,
            String decidedBy)
            implements Attribution {}

    /// How a customer is looked after and what came of it; whose they are is not changed by it (CUS-2, CUS-4).
    sealed interface Care extends OfCustomer {}

    /// TEL-1
    record CallLogged(UUID customer, String project, Instant at, UUID call, String takenBy) implements Care {}

    /// TRK-1
    record FollowUpRecorded(UUID customer, String project, Instant at, UUID followUp, String by, String intentGrade)
            implements Care {}

    /// TRK-6, TRK-3: the site manager has confirmed that the customer does not buy.
    ///
    /// @param objection what kept them from it most of all, e.g. `TOTAL_PRICE`; what was written about it stays
    ///     in customer-service (CUS-6)
    /// @param appliedBy whose word it is
    record CustomerGivenUp(UUID customer, String project, Instant at, UUID loss, String objection, String appliedBy)
            implements Care {}

    /// CUS-4: how much of the customer's dossier says something; never what it says.
    ///
    /// @param filled of the fields that are asked for, how many say something
    /// @param asked  how many the project's dossier asks for
    record DossierFilled(UUID customer, String project, Instant at, int filled, int asked) implements Care {}

    /// CUS-2: the first signed deal moves the customer to the archive of those who bought.
    record CustomerArchivedAsBuyer(UUID customer, String project, Instant at, String number, String formerNumber)
            implements Care {}

    /// CUS-2: the last signed deal was refunded: the customer is no buyer any more. Both numbers still find them.
    record CustomerLeftBuyers(UUID customer, String project, Instant at, String number, String formerNumber)
            implements Care {}

    /// SEC-1, TRK-7: somebody works in these projects from now on, and in no other.
    ///
    /// @param staff     made of the user name, so that all about somebody comes in one stream
    /// @param project   in which a post was given or ended; `*` for every one, or for several at once
    /// @param projects  all in which they hold a post now; `*` for every one; none: they have left
    /// @param successor who sees to what was theirs, where somebody was named
    record PostsChanged(
            UUID staff,
            String project,
            Instant at,
            String person,
            List<String> projects,
            @Nullable Successor successor) implements CustomerEvent {
        /// @param projects in which the successor holds a post, one of an administrator aside; `*` for every one
        public record Successor(String person, List<String> projects) {}

        @Override
        public UUID aggregate() {
            return staff;
        }
    }

    /// Newer than this reader: counted, passed over, and still a step in the aggregate's sequence.
    record Unknown(UUID aggregate, String project, Instant at, String type) implements CustomerEvent {}

    /// Why the receiver received (REC-2, REC-3). Closed.
    enum ReceptionReason {
        OWN_CUSTOMER,
        NEW_VISITOR,
        OWNER_ON_ERRAND,
        OWNER_ON_BUSINESS_TRIP,
        OWNER_ON_LEAVE
    }
}
