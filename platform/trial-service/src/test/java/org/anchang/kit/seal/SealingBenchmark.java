package org.anchang.kit.seal;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Values sealed and opened a second, under one key without an id (as before decision 46) and under data keys, in turns
/// in one run: `-Pbenchmark -Dtest=SealingBenchmark`.
@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@Tag("benchmark")
class SealingBenchmark {
    private static final Place HERE = new Place("buyer", "id_number", 1);
    private static final String TEXT = "410300198001010016";
    private static final int VALUES = 200_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SecretKeySpec ONE_KEY = new SecretKeySpec(SealingKey.random(), "AES");

    @Inject
    Sealing sealing;

    @FunctionalInterface
    private interface Work {
        void once() throws GeneralSecurityException;
    }

    @Test
    void measure() throws GeneralSecurityException {
        var before = 0.0;
        var after = 0.0;
        for (var round = 0; round < 6; round++) {
            var plain = aSecond(SealingBenchmark::plainly);
            var enveloped = aSecond(() -> sealing.open(sealing.seal(TEXT, HERE), HERE));
            if (round > 0) {
                before = Math.max(before, plain);
                after = Math.max(after, enveloped);
            }
        }
        System.out.printf(
                "sealed and opened a second: before %.0f, after %.0f, after/before %.2f%n",
                before, after, after / before);
    }

    private static double aSecond(Work work) throws GeneralSecurityException {
        var begun = System.nanoTime();
        for (var i = 0; i < VALUES; i++) {
            work.once();
        }
        return VALUES / ((System.nanoTime() - begun) / 1e9);
    }

    private static void plainly() throws GeneralSecurityException {
        var nonce = new byte[12];
        RANDOM.nextBytes(nonce);
        var seal = Cipher.getInstance("AES/GCM/NoPadding");
        seal.init(Cipher.ENCRYPT_MODE, ONE_KEY, new GCMParameterSpec(128, nonce));
        seal.updateAAD(HERE.text().getBytes(StandardCharsets.UTF_8));
        var bytes = seal.doFinal(TEXT.getBytes(StandardCharsets.UTF_8));
        var kept = Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(12 + bytes.length)
                        .put(nonce)
                        .put(bytes)
                        .array());
        var sealed = Base64.getDecoder().decode(kept);
        var open = Cipher.getInstance("AES/GCM/NoPadding");
        open.init(Cipher.DECRYPT_MODE, ONE_KEY, new GCMParameterSpec(128, sealed, 0, 12));
        open.updateAAD(HERE.text().getBytes(StandardCharsets.UTF_8));
        if (!new String(open.doFinal(sealed, 12, sealed.length - 12), StandardCharsets.UTF_8).equals(TEXT)) {
            throw new IllegalStateException();
        }
    }
}
