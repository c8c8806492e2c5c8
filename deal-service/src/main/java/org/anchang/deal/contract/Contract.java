package org.anchang.deal.contract;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.kit.Ids;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// 商品房买卖合同: the signed sale contract.
@Entity
public class Contract {
    /// What stands on its first page.
    public record Title(String number, String scheme, LocalDate signedOn, LocalDate fileBy) {}

    @Id
    private UUID id;

    private UUID deal;
    private String project;
    private String number;
    private String scheme;
    private Money total;
    private UUID orderForm;
    private LocalDate signedOn;
    private LocalDate fileBy;
    private String signedBy;
    private Instant signedAt;
    private @Nullable Instant endedAt;

    protected Contract() {}

    static Contract of(Deal deal, Title title, String by, Instant at) {
        var contract = new Contract();
        contract.id = Ids.next();
        contract.deal = deal.id();
        contract.project = deal.project();
        contract.number = title.number();
        contract.scheme = title.scheme();
        contract.total = deal.price();
        contract.orderForm = requireNonNull(deal.agreed().orderForm());
        contract.signedOn = title.signedOn();
        contract.fileBy = title.fileBy();
        contract.signedBy = by;
        contract.signedAt = at;
        return contract;
    }

    /// The deal was given back after signing (RFD-2); the paper stays on record.
    public void end(Instant at) {
        endedAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID deal() {
        return deal;
    }

    public String number() {
        return number;
    }

    public String scheme() {
        return scheme;
    }

    public Money total() {
        return total;
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    public LocalDate fileBy() {
        return fileBy;
    }
}
