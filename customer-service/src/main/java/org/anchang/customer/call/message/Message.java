package org.anchang.customer.call.message;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.anchang.kit.Ids;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// TEL-2: what a caller left for somebody who was not there; never altered but for the read mark, and for whom it is
/// when they are gone (TRK-7).
@Entity
class Message {
    /// What was written down.
    ///
    /// @param phone as it is dialled
    record Left(
            String project,
            String recipient,
            @Nullable String callerName,
            @Nullable String phone,
            String text) {}

    @Id
    private UUID id;

    private String project;
    private String recipient;
    private @Nullable String callerName;
    private @Nullable String phone;
    private String body;
    private String leftBy;
    private Instant leftAt;
    private @Nullable Instant readAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Message() {}

    static Message left(Left left, String by, Instant at, Sealing sealing) {
        var message = new Message();
        message.id = Ids.next();
        message.project = left.project();
        message.recipient = left.recipient();
        message.callerName = sealing.sealIfAny(left.callerName(), message.place("caller_name"));
        message.phone = sealing.sealIfAny(left.phone(), message.place("phone"));
        message.body = sealing.seal(left.text(), message.place("body"));
        message.leftBy = by;
        message.leftAt = at;
        return message;
    }

    /// TEL-2: what was read once stays read since then.
    void read(Instant at) {
        readAt = readAt == null ? at : readAt;
    }

    /// Where the text of a column is sealed.
    Place place(String column) {
        return new Place("message", column, id);
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    String recipient() {
        return recipient;
    }

    /// Sealed, as are the other texts.
    @Nullable
    String callerName() {
        return callerName;
    }

    @Nullable
    String phone() {
        return phone;
    }

    String body() {
        return body;
    }

    String leftBy() {
        return leftBy;
    }

    Instant leftAt() {
        return leftAt;
    }

    @Nullable
    Instant readAt() {
        return readAt;
    }
}
