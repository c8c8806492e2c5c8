package org.anchang.kit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.sql.Database;
import org.anchang.test.Ask;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Person;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class RotatingKeysTest {
    private static final Place HERE = new Place("buyer", "id_number", 1);
    private static final String KEYS = "/operations/sealing-keys";

    /// A service with keys of its own, on the one database.
    private record Replica(DataKeys keys, RotatingKeys rotating, Sealing sealing, Courier courier) {
        void rotate() {
            QuarkusTransaction.requiringNew().run(rotating::rotate);
            keys.forget();
        }
    }

    private record Sealed(String text, String value) {}

    @ConfigProperty(name = "anchang.sealing.key")
    String first;

    @Inject
    Database database;

    @Inject
    Caller caller;

    private final String second = Sealing.newKey();

    /// The module's tests go on with the key that they began with.
    @AfterEach
    void back() {
        replica(first, second).rotate();
        assertThat(under(first)).isEqualTo(all());
    }

    @Test
    @DisplayName("CUS-6 keys are rotated while others write and read: every value opens everywhere, before and after")
    void whileOthersWorkOn() throws Exception {
        var before = replica(first, second);
        var after = replica(second, first);
        var written = new ArrayList<Sealed>();
        var isOver = new AtomicBoolean();
        var hasBegun = new CountDownLatch(4);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<List<Sealed>>>();
            for (var replica : List.of(before, after, before, after)) {
                Callable<List<Sealed>> work = () -> {
                    var own = new ArrayList<Sealed>();
                    while (!isOver.get() || own.size() < 50) {
                        var value = sealedBy(replica, "value " + own.size());
                        own.add(value);
                        opens(value, before);
                        opens(value, after);
                        hasBegun.countDown();
                    }
                    return own;
                };
                all.add(others.submit(work));
            }
            hasBegun.await();
            after.rotate();
            before.rotate();
            after.rotate();
            before.keys().forget();
            isOver.set(true);
            for (var one : all) {
                written.addAll(one.get());
            }
        }
        written.add(sealedBy(before, "at last"));
        var later = replica(second);
        written.forEach(value -> opens(value, later));
        assertThat(under(second)).isEqualTo(all());
    }

    @Test
    @DisplayName(
            "CUS-6 a rotation that breaks off has done nothing; done again it is done, and once more it does nothing")
    void brokenOff() {
        var value = sealedBy(replica(first), "before");
        var rotating = replica(second, first);
        var keys = all();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(rotating.rotating().rotate()).isPositive();
                    throw new IllegalStateException("the machine stops");
                }))
                .hasMessageContaining("the machine stops");
        assertThat(under(first)).isEqualTo(all()).isEqualTo(keys);
        opens(value, replica(first));

        rotating.rotate();
        assertThat(under(second)).isEqualTo(all()).isEqualTo(keys + 2);
        rotating.rotate();
        assertThat(all()).isEqualTo(keys + 2);
        opens(value, replica(second));
    }

    @Test
    @DisplayName(
            "CUS-6 the older key may go after the rotation and not before; what it alone could open nobody can any more")
    void olderKeyGoes() {
        var old = replica(first);
        var value = sealedBy(old, "410300198001010016");
        var told = old.courier().seal("980000.00", HERE);
        var fingerprint = old.sealing().fingerprint("13903790001");
        var proof = old.courier().proof("claim");

        assertThatThrownBy(() -> replica(second).keys().read())
                .hasMessageContaining("ANCHANG_SEALING_KEY is another key")
                .hasMessageContaining("ANCHANG_SEALING_OLDER_KEYS");
        replica(second, first).rotate();

        var now = replica(second);
        opens(value, now);
        assertThat(now.courier().open(told, HERE)).isEqualTo("980000.00");
        assertThat(now.courier().isProof(proof, "claim")).isTrue();
        assertThat(now.sealing().fingerprint("13903790001")).isEqualTo(fingerprint);
        assertThat(SealingKey.idOf(java.util.Base64.getDecoder()
                        .decode(sealedBy(now, "new").value())))
                .isGreaterThan(SealingKey.idOf(java.util.Base64.getDecoder().decode(value.value())));
        assertThat(under(first)).isZero();
        assertThatThrownBy(() -> replica(first).keys().read()).hasMessageContaining("is another key");
        for (var row : now.keys().rows()) {
            assertThatThrownBy(() -> masters(first).current().unwrap(row.wrapped(), row.place()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @DisplayName("CUS-6 operators see which key wraps how many and which may go; the service's role removes none")
    void shown() {
        var operator = Ask.as(Person.administrator());
        var before = operator.get(KEYS);
        assertThat(before.statusCode()).as(before.asString()).isEqualTo(200);
        assertThat(before.jsonPath().getInt("waiting")).isZero();
        assertThat(before.asString()).doesNotContain(first).doesNotContain("\"wrapped\"");

        var again = operator.post(KEYS + "/rotations", "");
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.jsonPath().getList("dataKeys"))
                .isEqualTo(before.jsonPath().getList("dataKeys"));

        var ofOneProject =
                Ask.as(Person.withRole("an.operator", "administrator").in("songfeng"));
        assertThat(ofOneProject.post(KEYS + "/rotations", "").statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> database.sql("DELETE FROM data_key").write())
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> database.sql("UPDATE data_key SET purpose = 'VALUES', courier_of = NULL")
                        .write())
                .hasMessageContaining("permission denied");
    }

    private static Sealed sealedBy(Replica replica, String text) {
        return new Sealed(text, replica.sealing().seal(text, HERE));
    }

    private static void opens(Sealed value, Replica replica) {
        assertThat(replica.sealing().open(value.value(), HERE)).isEqualTo(value.text());
    }

    private long all() {
        return database.sql("SELECT count(*) FROM data_key").one(Long.class);
    }

    private long under(String key) {
        return database.sql("SELECT count(*) FROM data_key WHERE master = :master")
                .with("master", masters(key).current().id())
                .one(Long.class);
    }

    private static MasterKeys masters(String current, String... older) {
        return new MasterKeys(current, Optional.of(List.of(older)));
    }

    private Replica replica(String current, String... older) {
        var masters = masters(current, older);
        var keys = new DataKeys(database, masters);
        var rotating = new RotatingKeys();
        rotating.keys = keys;
        rotating.masters = masters;
        rotating.database = database;
        rotating.caller = caller;
        return new Replica(keys, rotating, new Sealing(keys), new Courier(keys));
    }
}
