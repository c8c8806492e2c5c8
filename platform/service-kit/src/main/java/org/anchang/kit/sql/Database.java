package org.anchang.kit.sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.kit.money.Money;
import org.anchang.kit.page.Listing;
import org.anchang.kit.page.Page;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/// Where statements go to the database, in the current transaction if there is one.
///
/// ```java
/// private static final String CLAIM =
///         "UPDATE hold SET deal = :deal WHERE id = :hold AND deal IS NULL RETURNING unit, expires_at";
///
/// record Claimed(UUID unit, Instant expiresAt) {}
///
/// Optional<Claimed> claimed = database.sql(CLAIM).with("hold", id).with("deal", deal).row(Claimed.class);
/// ```
///
/// Changes of aggregates that JPA has not written yet are not seen by a statement: flush the repository before it.
@ApplicationScoped
public class Database {
    private final Jdbi jdbi;
    private final JsonColumns json;

    Database(AgroalDataSource source, ObjectMapper mapper) {
        json = new JsonColumns(mapper);
        jdbi = Jdbi.create(source::getConnection);
        // Transactions are Quarkus' business: a handle is nothing but the connection of the current one.
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.configure(Handles.class, handles -> handles.setForceEndTransactions(false));
        jdbi.configure(SqlStatements.class, statements -> statements
                // Statements are constants; `a < b` is no placeholder.
                .setTemplateEngine(TemplateEngine.NOP)
                .setIncludeBindingsInTelemetry(false));
        // Parameters may be personal, and messages reach logs.
        jdbi.configure(StatementExceptions.class, exceptions -> exceptions.setMessageRendering(MessageRendering.NONE));
        jdbi.configure(ColumnMappers.class, mappers -> mappers.setCoalesceNullPrimitivesToDefaults(false));
        jdbi.registerColumnMapper(Money.class, Values::money);
        jdbi.registerColumnMapper(Instant.class, Values::instant);
        jdbi.registerColumnMapper(LocalDate.class, Values::date);
        jdbi.registerColumnMapper(UUID.class, Values::id);
        jdbi.registerRowMapper(new RecordRows(json));
    }

    /// A statement whose parameters are to be given.
    public Statement sql(String statement) {
        return new Statement(jdbi, json, statement);
    }

    /// One page of a list of rows.
    ///
    /// @param from up to `WHERE`
    public <T> Page<T> page(String from, Listing list, Class<T> row, Function<T, UUID> id) {
        var found = sql(from + list.conditions() + list.order() + " LIMIT :rows")
                .with(list.conditions().parameters())
                .with("rows", list.page().rows())
                .rows(row);
        return Page.byId(found, list.page(), id);
    }

    /// Writes many rows of the same kind in one go; the parameters are the components of each record.
    public void writeAll(String statement, Collection<? extends Record> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (var handle = jdbi.open();
                var batch = handle.prepareBatch(statement)) {
            for (var row : rows) {
                Components.of(row, json).forEach((name, value) -> batch.bind(name, Values.argument(value)));
                batch.add();
            }
            batch.execute();
        }
    }
}
