package org.anchang.commission;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// What is known of a commission. Only the verbs of [Commission] change it.
@MappedSuperclass
public class CommissionFacts {
    @Id
    UUID id;

    UUID chain;
    UUID deal;
    String project;
    UUID customer;
    String firstConsultant;
    String productType;
    Money total;
    Instant dealtAt;

    @Enumerated(EnumType.STRING)
    CommissionState state;

    Money amount;
    Money collected = Money.ZERO;
    Money paid = Money.ZERO;

    @Embedded
    @Nullable
    Tariff tariff;

    @Nullable
    LocalDate signedOn;

    @Nullable
    LocalDate filedOn;

    @Nullable
    LocalDate earnedOn;

    @Nullable
    LocalDate endedOn;

    @Nullable
    String endReason;

    boolean disputed;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "commission_share", joinColumns = @JoinColumn(name = "commission"))
    @OrderColumn(name = "position")
    List<Share> shares = new ArrayList<>();

    @Version
    long version;

    @SuppressWarnings("NullAway.Init")
    protected CommissionFacts() {}

    public UUID id() {
        return id;
    }

    public UUID chain() {
        return chain;
    }

    public UUID deal() {
        return deal;
    }

    public String project() {
        return project;
    }

    public UUID customer() {
        return customer;
    }

    public String firstConsultant() {
        return firstConsultant;
    }

    public String productType() {
        return productType;
    }

    public Money total() {
        return total;
    }

    public Instant dealtAt() {
        return dealtAt;
    }

    public CommissionState state() {
        return state;
    }

    public Money amount() {
        return amount;
    }

    /// Absent while the project has no plan for the deal's date.
    public Optional<Tariff> tariff() {
        return Optional.ofNullable(tariff);
    }

    public @Nullable LocalDate earnedOn() {
        return earnedOn;
    }

    public @Nullable LocalDate endedOn() {
        return endedOn;
    }

    public @Nullable String endReason() {
        return endReason;
    }

    public boolean isDisputed() {
        return disputed;
    }

    public List<Share> shares() {
        return List.copyOf(shares);
    }

    /// What the buyers have paid in towards the price.
    public Money collected() {
        return collected;
    }

    /// COM-3: what has been paid out, to all together.
    public Money paid() {
        return paid;
    }

    public @Nullable LocalDate filedOn() {
        return filedOn;
    }
}
