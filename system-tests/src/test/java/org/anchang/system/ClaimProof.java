package org.anchang.system;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.anchang.office.Office;

/// Lets a test claim holds as deal-service does: with a proof under the key that the services derive from the one they
/// share (decision 46).
final class ClaimProof {
    private final byte[] key;

    ClaimProof(Office office) {
        key = hmac(hmac(Base64.getDecoder().decode(office.sealingKey()), "courier"), "proof");
    }

    String of(String hold, String deal) {
        return HexFormat.of().formatHex(hmac(key, "claim " + hold + " " + deal));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
