package org.anchang.inventory;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.anchang.kit.money.Money;
import org.jspecify.annotations.Nullable;

/// The columns of a row, one after the other, for rows that are wide. What may be missing is asked for as such.
public final class Columns {
    private final ResultSet row;
    private int last;

    public Columns(ResultSet row) {
        this.row = row;
    }

    public UUID id() throws SQLException {
        return row.getObject(++last, UUID.class);
    }

    public @Nullable UUID idIfAny() throws SQLException {
        return row.getObject(++last, UUID.class);
    }

    public String text() throws SQLException {
        return row.getString(++last);
    }

    public @Nullable String textIfAny() throws SQLException {
        return row.getString(++last);
    }

    public int number() throws SQLException {
        return row.getInt(++last);
    }

    public boolean flag() throws SQLException {
        return row.getBoolean(++last);
    }

    public @Nullable Boolean flagIfAny() throws SQLException {
        var flag = row.getBoolean(++last);
        return row.wasNull() ? null : flag;
    }

    public Instant instant() throws SQLException {
        return row.getObject(++last, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant instantIfAny() throws SQLException {
        var time = row.getObject(++last, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public BigDecimal decimal() throws SQLException {
        return row.getBigDecimal(++last);
    }

    public @Nullable BigDecimal decimalIfAny() throws SQLException {
        return row.getBigDecimal(++last);
    }

    public Money money() throws SQLException {
        return new Money(decimal());
    }

    public @Nullable Money moneyIfAny() throws SQLException {
        var amount = decimalIfAny();
        return amount == null ? null : new Money(amount);
    }
}
