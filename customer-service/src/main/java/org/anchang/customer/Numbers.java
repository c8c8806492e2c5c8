package org.anchang.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;

/// CUS-2: where customers' numbers come from.
@ApplicationScoped
public class Numbers {
    private static final String NEXT = """
            INSERT INTO number_series AS s (region, initials, last) VALUES (?1, ?2, 1)
            ON CONFLICT (region, initials) DO UPDATE SET last = s.last + 1
            RETURNING last""";

    @Inject
    EntityManager database;

    /// A number that nobody has and nobody will get. Two at the same moment wait for each other in the
    /// database, for
    /// the few statements of one registration.
    @Transactional(Transactional.TxType.MANDATORY)
    public CustomerNumber next(NumberSeries series) {
        var serial = (Number) database.createNativeQuery(NEXT)
                .setParameter(1, series.region())
                .setParameter(2, series.initials())
                .getSingleResult();
        return CustomerNumber.ofProspect(series, serial.intValue());
    }

    /// Keeps the customer's present number, so that it finds them for ever.
    public void keep(Customer customer, Instant at) {
        database.persist(GivenNumber.of(customer, at));
    }
}
