package org.anchang.deal;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.CascadeType;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anchang.events.DealEvent.Terms;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// What is known of a deal. Only the verbs of [Deal] change it.
@MappedSuperclass
public class DealFacts {
    @Id
    UUID id;

    String project;
    String ticket;

    @Enumerated(EnumType.STRING)
    DealStage stage;

    Instant stageSince;
    UUID customer;
    String consultant;
    UUID hold;

    @Nullable
    Money total;

    Money depositTotal = Money.ZERO;

    @Nullable
    Money depositAgreed;

    @Nullable
    LocalDate topUpBy;

    @Nullable
    LocalDate signBy;

    @Nullable
    String confirmedBy;

    @Nullable
    Instant confirmedAt;

    @Nullable
    UUID orderForm;

    @Nullable
    UUID openChange;

    @Nullable
    String openChangeForm;

    @Nullable
    UUID predecessor;

    @Nullable
    UUID successor;

    @Nullable
    String endReason;

    @Nullable
    LocalDate payoutOn;

    Instant openedAt;

    @Version
    long version;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "deal", nullable = false, updatable = false)
    @OrderBy("position")
    List<DealLine> lines = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "deal", nullable = false, updatable = false)
    @OrderBy("position")
    List<Buyer> buyers = new ArrayList<>();

    protected DealFacts() {}

    /// What commission needs to know of the deal.
    public Terms terms() {
        return new Terms(
                customer,
                consultant,
                requireNonNull(home().productType()),
                requireNonNull(home().area()),
                price().amount());
    }

    /// By the signed order form; before it, by the price list.
    public Money price() {
        return total == null ? listSum() : total;
    }

    /// By the price list, with what is priced apart (INV-11).
    public Money listSum() {
        return Money.sum(lines.stream().map(DealLine::listTotal).toList());
    }

    /// What stands beside the home, at its own price (INV-11).
    public Money attachedTotal() {
        return listSum().minus(home().listTotal());
    }

    /// INV-12: shown to nobody.
    public @Nullable Money floorPrice() {
        return home().floorPrice();
    }

    /// The home and what goes with it (INV-11).
    public List<UUID> units() {
        return lines.stream().map(DealLine::unit).filter(Objects::nonNull).toList();
    }

    public DealLine home() {
        return lines.stream()
                .filter(line -> line.kind() == DealLine.Kind.HOME)
                .findFirst()
                .orElseThrow();
    }

    public UUID unit() {
        return requireNonNull(home().unit());
    }

    /// DEP-2: the date that has to be kept now: top-up, then signing.
    public @Nullable LocalDate dueOn() {
        return switch (stage) {
            case RESERVED -> topUpBy;
            case SUBSCRIBED -> signBy;
            case QUEUED, CONTRACTED, FILED, VOIDED, REFUNDED, SWAPPED, LAPSED -> null;
        };
    }

    /// DEP-2: past its date; it goes on until a person decides.
    public boolean isOverdue(LocalDate today) {
        var due = dueOn();
        return due != null && due.isBefore(today);
    }

    public List<Buyer> buyers() {
        return buyers.stream().filter(buyer -> !buyer.isReplaced()).toList();
    }

    public UUID id() {
        return id;
    }

    public String project() {
        return project;
    }

    public String ticket() {
        return ticket;
    }

    public DealStage stage() {
        return stage;
    }

    public Instant stageSince() {
        return stageSince;
    }

    public UUID customer() {
        return customer;
    }

    public String consultant() {
        return consultant;
    }

    public UUID hold() {
        return hold;
    }

    public @Nullable Money total() {
        return total;
    }

    public Money depositTotal() {
        return depositTotal;
    }

    /// DEP-3: what the signed order form promises and was not paid yet.
    public Money depositOutstanding() {
        return depositAgreed == null || !depositAgreed.isMoreThan(depositTotal)
                ? Money.ZERO
                : depositAgreed.minus(depositTotal);
    }

    public @Nullable LocalDate topUpBy() {
        return topUpBy;
    }

    public @Nullable LocalDate signBy() {
        return signBy;
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public @Nullable UUID orderForm() {
        return orderForm;
    }

    public @Nullable UUID openChange() {
        return openChange;
    }

    public @Nullable String openChangeForm() {
        return openChangeForm;
    }

    public @Nullable UUID predecessor() {
        return predecessor;
    }

    public @Nullable String endReason() {
        return endReason;
    }

    /// RFD-1: the day on which finance pays out what a refund owes; empty where nothing was agreed: at once.
    public @Nullable LocalDate payoutOn() {
        return payoutOn;
    }

    public @Nullable UUID successor() {
        return successor;
    }

    public List<DealLine> lines() {
        return List.copyOf(lines);
    }

    public Instant openedAt() {
        return openedAt;
    }

    public long version() {
        return version;
    }
}
