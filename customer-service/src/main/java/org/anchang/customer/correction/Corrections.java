package org.anchang.customer.correction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;

@ApplicationScoped
class Corrections implements PanacheRepositoryBase<Correction, UUID>, Recorded {
    @Override
    public Held held() {
        return Held.in("customer_correction", "CORRECTIONS", "before_value", "after_value", "reason");
    }
}
