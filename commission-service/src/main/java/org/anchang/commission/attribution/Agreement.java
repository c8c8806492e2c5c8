package org.anchang.commission.attribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.Ids;

/// COM-2: the first consultant gives a substitute a part. A later agreement with the same person replaces it.
@Entity
class Agreement {
    @Id
    private UUID id;

    private UUID commission;
    private String substitute;
    private BigDecimal percent;
    private String agreedBy;
    private Instant agreedAt;

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    static Agreement of(UUID commission, String agreedBy, AgreementResource.Agree terms, Instant at) {
        var agreement = new Agreement();
        agreement.id = Ids.next();
        agreement.commission = commission;
        agreement.substitute = terms.substitute();
        agreement.percent = terms.share();
        agreement.agreedBy = agreedBy;
        agreement.agreedAt = at;
        return agreement;
    }

    String substitute() {
        return substitute;
    }

    BigDecimal percent() {
        return percent;
    }
}
