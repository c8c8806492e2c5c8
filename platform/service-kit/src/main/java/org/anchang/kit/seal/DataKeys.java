package org.anchang.kit.seal;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.anchang.kit.sql.Database;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// CUS-6: the keys under which this service's values are sealed and their fingerprints made. They stand in its
/// database, wrapped under a master key of the environment, and are never replaced: what changes is under which master
/// key they are wrapped ([RotatingKeys]), so that no sealed value is ever written anew (decision 46).
///
/// They are read once, again where a value names a key that is not known here, and once a minute, so that every
/// replica comes to seal under the newest.
@ApplicationScoped
public class DataKeys {
    /// What a key is for.
    ///
    /// COURIER: what was sealed for a neighbour under a master key can be opened when that key is gone.
    @Schema(name = "KeyPurpose")
    public enum Purpose {
        VALUES,
        FINGERPRINTS,
        COURIER
    }

    /// @param master    the id of the master key under which it is wrapped
    /// @param courierOf of which master key a COURIER is
    /// @param seals     whether what is sealed from now on is sealed under it; one of each purpose
    record Row(
            int id,
            Purpose purpose,
            String master,
            String wrapped,
            @Nullable String courierOf,
            boolean seals,
            Instant begunAt,
            Instant wrappedAt) {
        Place place() {
            return DataKeys.place(id, purpose);
        }
    }

    private record Known(
            Map<Integer, SealingKey> values,
            SealingKey newestValue,
            Map<Integer, SealingKey> couriers,
            SealingKey newestCourier,
            SecretKeySpec fingerprints,
            long readAt) {
        Known asOfNow() {
            return new Known(values, newestValue, couriers, newestCourier, fingerprints, System.nanoTime());
        }
    }

    private static final long FRESH_FOR = Duration.ofMinutes(1).toNanos();

    /// Of replicas that start side by side one begins, and rotations follow each other.
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('data_key', 0))::text";
    private static final String ALL = """
            SELECT id, purpose, master, wrapped, courier_of, seals, begun_at, wrapped_at FROM data_key ORDER BY id""";
    private static final String ADD = """
            INSERT INTO data_key (id, purpose, master, wrapped, courier_of, seals)
            VALUES (:id, :purpose, :master, :wrapped, :courierOf, true)""";
    private static final String SEALS_NO_MORE = "UPDATE data_key SET seals = false WHERE purpose = :purpose AND seals";
    private static final String SEALS = "UPDATE data_key SET seals = true WHERE id = :id";

    private final Database database;
    private final MasterKeys masters;

    private volatile @Nullable Known known;

    DataKeys(Database database, MasterKeys masters) {
        this.database = database;
        this.masters = masters;
    }

    Ring values() {
        return ring(Known::newestValue, Known::values);
    }

    Ring couriers() {
        return ring(Known::newestCourier, Known::couriers);
    }

    SecretKeySpec fingerprints() {
        return known().fingerprints();
    }

    /// Keys by which a neighbour may have proved something.
    Collection<SealingKey> courierKeys() {
        return fresh().couriers().values();
    }

    List<Row> rows() {
        return database.sql(ALL).rows(Row.class);
    }

    /// Until the transaction ends nobody else changes the keys.
    void lock() {
        database.sql(ALONE).one(String.class);
    }

    /// Makes the first keys of a database that has none.
    void begin() {
        lock();
        if (rows().isEmpty()) {
            add(Purpose.VALUES, SealingKey.random(), null);
            add(Purpose.FINGERPRINTS, SealingKey.random(), null);
            add(
                    Purpose.COURIER,
                    masters.current().courier().bytes(),
                    masters.current().id());
        }
    }

    /// What is sealed from now on is sealed under this one.
    ///
    /// @param courierOf the master key whose courier it is
    void add(Purpose purpose, byte[] key, @Nullable String courierOf) {
        var id = rows().size() + 1;
        database.sql(SEALS_NO_MORE).with("purpose", purpose).write();
        database.sql(ADD)
                .with("id", id)
                .with("purpose", purpose)
                .with("master", masters.current().id())
                .with("wrapped", masters.current().wrap(key, place(id, purpose)))
                .with("courierOf", courierOf)
                .write();
    }

    /// What is sealed from now on is sealed under this one, which has been there before.
    void goBackTo(Row row) {
        database.sql(SEALS_NO_MORE).with("purpose", row.purpose()).write();
        database.sql(SEALS).with("id", row.id()).write();
    }

    /// The next who seals reads the keys anew.
    void forget() {
        known = null;
    }

    /// @throws IllegalStateException in words for whoever set the master keys, if one is missing
    void read() {
        var rows = rows();
        if (rows.isEmpty()) {
            QuarkusTransaction.requiringNew().run(this::begin);
            rows = rows();
        }
        var values = new HashMap<Integer, SealingKey>();
        var couriers = new HashMap<Integer, SealingKey>();
        masters.all().forEach(one -> couriers.put(one.courier().id(), one.courier()));
        SealingKey newestValue = null;
        SealingKey newestCourier = null;
        SecretKeySpec fingerprints = null;
        for (var row : rows) {
            var bytes = unwrapped(row);
            switch (row.purpose()) {
                case VALUES -> {
                    var key = new SealingKey(row.id(), bytes);
                    values.put(key.id(), key);
                    newestValue = row.seals() ? key : newestValue;
                }
                case COURIER -> {
                    var key = new SealingKey(Integer.parseUnsignedInt(String.valueOf(row.courierOf()), 16), bytes);
                    couriers.put(key.id(), key);
                    newestCourier = row.seals() ? key : newestCourier;
                }
                case FINGERPRINTS -> fingerprints = new SecretKeySpec(bytes, "HmacSHA256");
            }
        }
        if (newestValue == null || newestCourier == null || fingerprints == null) {
            throw new IllegalStateException("data_key lacks a key that seals");
        }
        known = new Known(
                Map.copyOf(values), newestValue, Map.copyOf(couriers), newestCourier, fingerprints, System.nanoTime());
    }

    byte[] unwrapped(Row row) {
        return masters.of(row.master()).orElseThrow(() -> missing(row)).unwrap(row.wrapped(), row.place());
    }

    private IllegalStateException missing(Row row) {
        return new IllegalStateException(
                ("ANCHANG_SEALING_KEY is another key (%s) than the one (%s) that the data keys of"
                                + " this database are wrapped under: give the service that one back, as ANCHANG_SEALING_KEY or"
                                + " among ANCHANG_SEALING_OLDER_KEYS, or a database of its own. An older key may go once"
                                + " POST /operations/sealing-keys/rotations was answered under the newer one")
                        .formatted(masters.current().id(), row.master()));
    }

    private Known known() {
        var all = known;
        if (all == null) {
            read();
            all = known;
        }
        if (all == null) {
            throw new IllegalStateException("the data keys were forgotten while they were read");
        }
        return all;
    }

    private Known fresh() {
        var all = known;
        if (all != null && System.nanoTime() - all.readAt() > FRESH_FOR) {
            try {
                read();
            } catch (IllegalStateException e) {
                // Another replica has a master key that this one was not given. It goes on with what it knows.
                Log.warnf("The data keys cannot be read anew: %s", e.getMessage());
                known = all.asOfNow();
            }
        }
        return known();
    }

    private Ring ring(Function<Known, SealingKey> newest, Function<Known, Map<Integer, SealingKey>> keys) {
        return new Ring() {
            @Override
            public SealingKey newest() {
                return newest.apply(fresh());
            }

            @Override
            public SealingKey of(int id) {
                Supplier<@Nullable SealingKey> find = () -> keys.apply(known()).get(id);
                var key = find.get();
                if (key == null) {
                    // Another replica may have begun it a moment ago.
                    read();
                    key = find.get();
                }
                if (key == null) {
                    throw new IllegalStateException(SealingKey.NOT_OURS);
                }
                return key;
            }
        };
    }

    static Place place(int id, Purpose purpose) {
        return new Place("data_key", purpose.name(), id);
    }
}
