package org.anchang.deal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.deal.DepositOffer.DepositKind;
import org.anchang.deal.evidence.AgreedTerms;
import org.anchang.deal.evidence.Approved;
import org.anchang.deal.evidence.Booked;
import org.anchang.deal.evidence.CertifiedUnits;
import org.anchang.deal.evidence.ClaimedUnit;
import org.anchang.deal.evidence.HeldUnit;
import org.anchang.events.LedgerEntry;
import org.anchang.kit.Ids;
import org.anchang.kit.identification.PaperType;
import org.anchang.kit.money.Money;
import org.anchang.kit.seal.Sealing;
import org.anchang.test.IdentityNumbers;

/// A deal for a test, brought where it is wanted by its real verbs: it can never stand where the rules do not
/// let it.
public final class ADeal {
    private static final Sealing SEALING = Sealing.under(Sealing.newKey());

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOW);
    public static final BigDecimal CAP = new BigDecimal("20");

    private final Deal deal;
    private final HeldUnit held;

    private ADeal(String priceBasis) {
        held = held(UUID.randomUUID(), priceBasis);
        deal = Deal.open(new Deal.Opening("songfeng", "T000001", held), NOW);
    }

    /// 100 m² building area, 80 m² inside, at 10,000.00 by the list.
    public static ADeal aDeal() {
        return new ADeal("BUILDING_AREA");
    }

    public static ADeal aDealPricedBy(String basis) {
        return new ADeal(basis);
    }

    public ADeal confirmed() {
        deal.confirmUnit(held, "zhao.min", NOW);
        return this;
    }

    public ADeal reserved() {
        confirmed();
        deal.mayTake(small("5000.00")).takeFirst(claimed(), booked("5000.00"), null, NOW);
        return this;
    }

    public ADeal subscribed() {
        reserved();
        deal.mayTake(offer(DepositKind.TOP_UP, "45000.00")).topUp(certified(), booked("45000.00"), NOW);
        return this;
    }

    public ADeal agreed() {
        deal.nameBuyers(List.of(buyer("100.00", true)), NOW);
        return agreed("50000.00");
    }

    /// With this deposit on the order form.
    public ADeal agreed(String deposit) {
        deal.agree(new AgreedTerms(Ids.next(), Money.of("980000.00"), Money.of(deposit), null, TODAY.plusDays(10)));
        return this;
    }

    public ADeal checked() {
        agreed();
        deal.buyers().forEach(b -> deal.checkBuyer(b, seen(), sealing(), NOW, "li.na"));
        return this;
    }

    public ADeal contracted() {
        subscribed().checked();
        deal.maySign(certified()).sign(paper(), booked("50000.00"), NOW);
        return this;
    }

    public ADeal filed() {
        contracted();
        deal.file(new Deal.Registration("BA-1", TODAY), NOW);
        return this;
    }

    public Deal build() {
        return deal;
    }

    public HeldUnit held() {
        return held;
    }

    public ClaimedUnit claimed() {
        return new ClaimedUnit(deal.id(), deal.unit(), deal.hold());
    }

    public CertifiedUnits certified() {
        return new CertifiedUnits(Set.copyOf(deal.units()));
    }

    public static HeldUnit held(UUID hold, String priceBasis) {
        return new HeldUnit(
                hold,
                UUID.randomUUID(),
                "songfeng",
                "3栋-1单元-3101",
                "3栋",
                "RESIDENCE",
                "三室两厅",
                new BigDecimal("100.00"),
                new BigDecimal("80.00"),
                "PRE_SALE_SURVEY",
                priceBasis,
                Money.of("10000.00"),
                Money.of("1000000.00"),
                UUID.randomUUID(),
                "li.na",
                true,
                null,
                null,
                List.of());
    }

    public static DepositOffer small(String amount) {
        return offer(DepositKind.SMALL, amount);
    }

    public static DepositOffer offer(DepositKind kind, String amount) {
        return offerUntil(kind, amount, TODAY.plusDays(7));
    }

    public static DepositOffer offerUntil(DepositKind kind, String amount, LocalDate until) {
        return new DepositOffer(
                kind, Money.of(amount), new Deadline(until, TODAY, TODAY.plusDays(15)), CAP, Money.of("50000.00"));
    }

    public static Booked booked(String amount) {
        return new Booked("SONGFENG-000001", Money.of(amount), new LedgerEntry(Ids.next(), TODAY, List.of()));
    }

    public static Approved<String> approved() {
        return new Approved<>(UUID.randomUUID(), UUID.randomUUID(), "FORM", Map.of());
    }

    public static AllowedContract.SignedPaper paper() {
        return new AllowedContract.SignedPaper(Ids.next(), "HT-1", TODAY, "LUMP_SUM");
    }

    public static Buyer.Check seen() {
        return new Buyer.Check(true, "local household", null);
    }

    public static Buyer buyer(String share, boolean main) {
        return Buyer.named(
                new Buyer.Details("张三", PaperType.ID_CARD, IdentityNumbers.next(), null, new BigDecimal(share), main),
                0,
                sealing());
    }

    public static Sealing sealing() {
        return SEALING;
    }
}
