package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.identification.Identified;
import org.anchang.kit.identification.IdentityPaper;
import org.anchang.kit.identification.PaperType;
import org.anchang.kit.name.Names;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.phone.APhone;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// One of the buyers of a deal, with a share in it; who it is stands sealed (CUS-6).
@Entity
public class Buyer {
    /// A buyer as written on the form. Does not print itself: it is personal data.
    @Identified
    public record Details(
            @NotBlank @OneLine @Size(max = 100) String name,
            @NotNull PaperType idType,
            @NotBlank @Size(max = 40) String idNumber,
            @Nullable @APhone @Size(max = 40) String phone,

            @NotNull @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal share,

            boolean main)
            implements Identified.Holder {
        /// The paper by which the buyer is identified.
        IdentityPaper paper() {
            return new IdentityPaper(idType, idNumber);
        }

        @Override
        public String toString() {
            return "Details[share=" + share + ", main=" + main + "]";
        }
    }

    /// CON-1: somebody who acts for the buyer.
    public record Proxy(
            @NotBlank @OneLine @Size(max = 100) String name,
            @Nullable @Size(max = 200) String powerOfAttorney,
            boolean notarised) {
        @Override
        public String toString() {
            return "Proxy[notarised=" + notarised + "]";
        }
    }

    /// CON-1: what was seen of a buyer.
    public record Check(
            boolean identityChecked,
            String qualification,
            @Nullable Proxy proxy) {}

    @Id
    private UUID id;

    private static final String NAME = "name_sealed";
    private static final String ID_NUMBER = "id_number_sealed";
    private static final String PHONE = "phone_sealed";

    private int position;
    private String nameSealed;
    private String nameMasked;

    @Enumerated(EnumType.STRING)
    private PaperType idType;

    private String idNumberSealed;
    private String idNumberMasked;
    private String idNumberFingerprint;
    private @Nullable String phoneSealed;
    private @Nullable String phoneMasked;
    private BigDecimal share;
    private boolean main;
    private @Nullable String qualification;
    private @Nullable String checkedBy;
    private @Nullable Instant checkedAt;
    private @Nullable String proxyNameSealed;
    private @Nullable String powerOfAttorney;
    private @Nullable Boolean notarised;
    private @Nullable Instant replacedAt;

    protected Buyer() {}

    public static Buyer named(Details details, int position, Sealing sealing) {
        var buyer = new Buyer();
        buyer.id = Ids.next();
        buyer.position = position;
        var paper = details.paper();
        buyer.idNumberFingerprint = sealing.fingerprint(paper.person());
        buyer.nameSealed = sealing.seal(details.name(), buyer.place(NAME));
        buyer.nameMasked = Mask.name(details.name());
        buyer.idType = paper.type();
        buyer.idNumberSealed = sealing.seal(paper.number(), buyer.place(ID_NUMBER));
        buyer.idNumberMasked = Mask.number(paper.number());
        if (details.phone() != null && !Names.isUnseen(details.phone())) {
            var phone = Phone.of(details.phone()).digits();
            buyer.phoneSealed = sealing.seal(phone, buyer.place(PHONE));
            buyer.phoneMasked = Mask.number(phone);
        }
        buyer.share = details.share();
        buyer.main = details.main();
        return buyer;
    }

    /// A copy for the deal that continues this one (SWP-3); what was checked stays checked.
    Buyer copied() {
        var copy = new Buyer();
        copy.id = Ids.next();
        copy.position = position;
        copy.nameSealed = nameSealed;
        copy.nameMasked = nameMasked;
        copy.idType = idType;
        copy.idNumberSealed = idNumberSealed;
        copy.idNumberMasked = idNumberMasked;
        copy.idNumberFingerprint = idNumberFingerprint;
        copy.phoneSealed = phoneSealed;
        copy.phoneMasked = phoneMasked;
        copy.share = share;
        copy.main = main;
        copy.qualification = qualification;
        copy.checkedBy = checkedBy;
        copy.checkedAt = checkedAt;
        copy.proxyNameSealed = proxyNameSealed;
        copy.powerOfAttorney = powerOfAttorney;
        copy.notarised = notarised;
        return copy;
    }

    /// CON-1: identity against the original, purchase qualification, and a proxy only with a power of attorney.
    void check(Check seen, Sealing sealing, String by, Instant at) {
        refuseUnless(seen.identityChecked(), DealRefusal.IDENTITY_NOT_CHECKED);
        var proxy = seen.proxy();
        if (proxy != null) {
            refuseIf(
                    proxy.powerOfAttorney() == null || Names.isUnseen(proxy.powerOfAttorney()),
                    DealRefusal.PROXY_WITHOUT_POWER_OF_ATTORNEY);
            proxyNameSealed = sealing.seal(proxy.name(), place("proxy_name_sealed"));
            powerOfAttorney = proxy.powerOfAttorney();
            notarised = proxy.notarised();
        }
        qualification = seen.qualification();
        checkedBy = by;
        checkedAt = at;
    }

    /// Bound to the person rather than to the row: a copy for the deal that continues this one needs no key.
    private Place place(String column) {
        return new Place("buyer", column, idNumberFingerprint);
    }

    void replace(Instant at) {
        replacedAt = at;
    }

    boolean isReplaced() {
        return replacedAt != null;
    }

    /// CON-1
    public boolean isChecked() {
        return checkedAt != null;
    }

    public UUID id() {
        return id;
    }

    public int position() {
        return position;
    }

    public BigDecimal share() {
        return share;
    }

    public boolean isMain() {
        return main;
    }

    public PaperType idType() {
        return idType;
    }

    /// Whether both are one person, however their numbers are written.
    boolean isSamePerson(Buyer other) {
        return idNumberFingerprint.equals(other.idNumberFingerprint);
    }

    public @Nullable String qualification() {
        return qualification;
    }

    /// CUS-6: as everybody may read it.
    public String maskedName() {
        return nameMasked;
    }

    /// Name, identity number and phone: in full for whom `open` says so, masked for everybody else.
    public Identity identity(Sealing sealing, boolean open) {
        return open
                ? new Identity(
                        sealing.open(nameSealed, place(NAME)),
                        sealing.open(idNumberSealed, place(ID_NUMBER)),
                        phoneSealed == null ? null : sealing.open(phoneSealed, place(PHONE)))
                : new Identity(nameMasked, idNumberMasked, phoneMasked);
    }

    public record Identity(
            String name, String idNumber, @Nullable String phone) {}
}
