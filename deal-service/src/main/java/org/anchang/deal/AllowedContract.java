package org.anchang.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.deal.evidence.Booked;
import org.anchang.events.DealEvent.ContractSigned;

/// A contract that may be signed; only [Deal#maySign] says so.
public final class AllowedContract {
    /// The signed contract, as the deal needs to know it.
    public record SignedPaper(UUID contract, String number, LocalDate signedOn, String scheme) {}

    private final Deal deal;

    AllowedContract(Deal deal) {
        this.deal = deal;
    }

    /// CON-2: the contract is signed; `offset` moves the deposits to the price.
    public ContractSigned sign(SignedPaper paper, Booked offset, Instant at) {
        deal.progress().go(DealMove.SIGN, at);
        deal.deposits().leave();
        return new ContractSigned(
                deal.id(),
                deal.project(),
                at,
                deal.unit(),
                paper.contract(),
                paper.number(),
                paper.signedOn(),
                paper.scheme(),
                deal.terms(),
                offset.entry());
    }
}
