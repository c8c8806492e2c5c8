package org.anchang.kit.page;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// `limit` and `cursor` of a list; a `@BeanParam` of each resource method that lists.
public class PageRequest {
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    @Parameter(description = "Items a page, at most 200")
    int limit;

    @QueryParam("cursor")
    @Parameter(description = "`next` of the page before")
    @Nullable
    String cursor;

    public PageRequest() {}

    public PageRequest(int limit, @Nullable String cursor) {
        this.limit = limit;
        this.cursor = cursor;
    }

    public int limit() {
        return limit;
    }

    /// The number of rows to ask for: one more than the page, to know whether there is a next one.
    public int rows() {
        return limit + 1;
    }

    /// Ordering values of the item after which the page starts.
    public Optional<List<String>> after() {
        return Optional.ofNullable(cursor).map(Cursor::read);
    }

    /// The same, read as the list needs them; what cannot be read so is the cursor of another list.
    public <T> Optional<T> after(Function<List<String>, T> read) {
        try {
            return after().map(read);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refuse(KitRefusal.CURSOR_NOT_UNDERSTOOD);
        }
    }

    /// The same where the list is ordered by id alone.
    public Optional<UUID> afterId() {
        return after(key -> UUID.fromString(key.getLast()));
    }

    /// The same where the list is ordered by a number from 1.
    public long afterNumber() {
        return after(key -> Long.parseLong(key.getLast())).orElse(0L);
    }
}
