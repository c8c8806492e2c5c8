package org.anchang.deal;

import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.persistence.Entity;
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
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// One of the buyers of a deal, with a share in it; who it is stands sealed (CUS-6).
@Entity
public class Buyer {
    /// A buyer as written on the form. Does not print itself: it is personal data.
    public record Details(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 40) String idType,
            @NotBlank @Size(max = 40) String idNumber,
            @Nullable @Size(max = 40) String phone,

            @NotNull @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal share,

            boolean main) {
        @Override
        public String toString() {
            return "Details[share=" + share + ", main=" + main + "]";
        }
    }

    /// CON-1: somebody who acts for the buyer.
    public record Proxy(
            @NotBlank @Size(max = 100) String name,
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
    private String idType;
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
        buyer.idNumberFingerprint = sealing.fingerprint(details.idNumber());
        buyer.nameSealed = sealing.seal(details.name(), buyer.place(NAME));
        buyer.nameMasked = Mask.name(details.name());
        buyer.idType = details.idType();
        buyer.idNumberSealed = sealing.seal(details.idNumber(), buyer.place(ID_NUMBER));
        buyer.idNumberMasked = Mask.number(details.idNumber());
        if (details.phone() != null && !details.phone().isBlank()) {
            buyer.phoneSealed = sealing.seal(details.phone(), buyer.place(PHONE));
            buyer.phoneMasked = Mask.number(details.phone());
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
                    proxy.powerOfAttorney() == null || proxy.powerOfAttorney().isBlank(),
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

    public String idType() {
        return idType;
    }

    public @Nullable String qualification() {
        return qualification;
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
