package org.anchang.customer.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.SealedIdentity;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

/// CUS-9: by what a name is found, as keyed tokens; written in the transaction that writes the name.
@ApplicationScoped
public class NameTokens {
    private static final int HEXADECIMAL = 16;

    private record Token(long token, String project, String owner, UUID customer, UUID record) {}

    private static final String KEEP = """
            INSERT INTO customer_token (token, project, owner, customer, record)
            VALUES (:token, :project, :owner, :customer, :record)""";
    private static final String KEEP_ALL = """
            INSERT INTO customer_token (token, project, owner, customer, record)
            SELECT given.token, c.project, c.owner, c.id, c.id
            FROM unnest(:tokens::int8[], :customers::uuid[]) AS given (token, customer)
            JOIN listed_customer c ON c.id = given.customer ORDER BY given.token""";
    private static final String FORGET = "DELETE FROM customer_token WHERE customer = :customer AND record = :customer";
    private static final String GO_OVER = """
            UPDATE customer_token SET customer = :customer, owner = (SELECT owner FROM listed_customer WHERE id = :customer)
            WHERE customer = :merged""";
    private static final String GO_BACK =
            "UPDATE customer_token SET customer = :customer, owner = :owner WHERE record = ANY (:records)";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    /// The customer is called so from now on.
    @Transactional(Transactional.TxType.MANDATORY)
    public void called(Customer customer) {
        var name = sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id()));
        database.sql(FORGET).with("customer", customer.id()).write();
        database.writeAll(
                KEEP,
                NameParts.of(name).stream()
                        .map(part -> new Token(
                                token(part), customer.project(), customer.owner(), customer.id(), customer.id()))
                        .distinct()
                        .toList());
    }

    /// CUS-8: names of customers who have just come, in one statement.
    @Transactional(Transactional.TxType.MANDATORY)
    public void called(Map<UUID, String> names) {
        var tokens = new ArrayList<Long>();
        var customers = new ArrayList<UUID>();
        var known = new HashMap<String, Long>();
        names.forEach((customer, name) -> NameParts.of(name).stream()
                .map(part -> known.computeIfAbsent(part, this::token))
                .distinct()
                .forEach(token -> {
                    tokens.add(token);
                    customers.add(customer);
                }));
        if (!tokens.isEmpty()) {
            database.sql(KEEP_ALL)
                    .with("tokens", tokens)
                    .with("customers", customers)
                    .write();
        }
    }

    /// CUS-3: the name of the merged record finds the one that stays.
    @Transactional(Transactional.TxType.MANDATORY)
    public void goOver(CustomersMerged merged) {
        database.sql(GO_OVER)
                .with("customer", merged.customer())
                .with("merged", merged.merged())
                .write();
    }

    /// CUS-3: these records stand under a customer of their own again.
    @Transactional(Transactional.TxType.MANDATORY)
    public void goBack(Customer customer, Collection<UUID> records) {
        database.sql(GO_BACK)
                .with("customer", customer.id())
                .with("owner", customer.owner())
                .with("records", records)
                .write();
    }

    /// What a name must have to be found by what was typed.
    List<Long> sought(String typed) {
        return NameParts.sought(typed).stream().map(this::token).distinct().toList();
    }

    /// 64 bits of the fingerprint: names are never told apart by it alone.
    private long token(String part) {
        return Long.parseUnsignedLong(sealing.fingerprint("name:" + part).substring(0, HEXADECIMAL), HEXADECIMAL);
    }
}
