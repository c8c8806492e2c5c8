package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuseUnless;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.anchang.deal.evidence.Booked;
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.events.DealEvent.ContractSigned;

/// A contract that may be signed as the deal stands, but for the certificates, which inventory knows; only
/// [Deal#maySign] says so.
public final class AllowedContract {
    /// The signed contract, as the deal needs to know it.
    public record SignedPaper(UUID contract, String number, LocalDate signedOn, String scheme) {}

    private final Deal deal;

    AllowedContract(Deal deal) {
        this.deal = deal;
    }

    /// CON-2: the contract is signed; `offset` moves the deposits to the price.
    public ContractSigned sign(SignedPaper paper, CertifiedUnits certified, Booked offset, Instant at) {
        refuseUnless(certified.cover(deal.units()), DealRefusal.CERTIFICATES_INCOMPLETE);
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
