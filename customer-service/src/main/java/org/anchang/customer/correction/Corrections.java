package org.anchang.customer.correction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;

@ApplicationScoped
class Corrections implements PanacheRepositoryBase<Correction, UUID>, Recorded {
    private static final String HELD =
            "SELECT id, to_jsonb(c)::text AS body FROM customer_correction c WHERE customer = ANY (:records) ORDER BY id";

    @Override
    public String what() {
        return "CORRECTIONS";
    }

    @Override
    public long under(Collection<UUID> records) {
        return count("customer in ?1", records);
    }

    @Override
    public Held held() {
        return Held.staying(
                "customer_correction", HELD, Set.of("before_value", "after_value", "reason"), Held.Stays.HISTORY);
    }
}
