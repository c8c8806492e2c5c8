package org.anchang.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anchang.kit.sql.Database;

/// CUS-2: where customers' numbers come from.
@ApplicationScoped
public class Numbers {
    private record GivenNumber(String number, UUID customer, Instant givenAt) {}

    private static final String NEXT = """
            INSERT INTO number_series AS s (region, initials, last) VALUES (:region, :initials, 1)
            ON CONFLICT (region, initials) DO UPDATE SET last = s.last + 1
            RETURNING last""";

    private static final String NEXT_OF_MANY = """
            INSERT INTO number_series AS s (region, initials, last) VALUES (:region, :initials, :count)
            ON CONFLICT (region, initials) DO UPDATE SET last = s.last + :count
            RETURNING last""";

    private static final String KEEP =
            "INSERT INTO customer_number (number, customer, given_at) VALUES (:number, :customer, :givenAt)";
    private static final String KEEP_ONCE = KEEP + " ON CONFLICT (number) DO NOTHING";

    @Inject
    Database database;

    /// A number that nobody has and nobody will get. Two at the same moment wait for each other in the database, for
    /// the few statements of one registration.
    @Transactional(Transactional.TxType.MANDATORY)
    public CustomerNumber next(NumberSeries series) {
        var serial = database.sql(NEXT).with(series).one(Integer.class);
        return CustomerNumber.ofProspect(series, serial);
    }

    /// As many numbers in a row, for those who come at once.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CustomerNumber> next(NumberSeries series, int count) {
        var last = database.sql(NEXT_OF_MANY).with(series).with("count", count).one(Integer.class);
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(serial -> CustomerNumber.ofProspect(series, serial))
                .toList();
    }

    /// Keeps the customers' present numbers, so that each finds them for ever.
    public void keep(List<Customer> customers, Instant at) {
        database.writeAll(
                KEEP, customers.stream().map(customer -> given(customer, at)).toList());
    }

    /// The same of who moves between the archives: whoever buys again has the number already.
    public void keepOnce(Customer customer, Instant at) {
        database.sql(KEEP_ONCE).with(given(customer, at)).write();
    }

    private static GivenNumber given(Customer customer, Instant at) {
        return new GivenNumber(customer.number(), customer.id(), at);
    }
}
