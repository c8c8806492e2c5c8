package org.anchang.rehearsal.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/// Signs tokens as the office's identity provider does (RS256, 2,048 bits), for as many consultants as a benchmark
/// needs; the service checks every one of them in full.
final class Issuer {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private final KeyPair keys;

    Issuer() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /// A token for every project, for an hour.
    String token(String user, String role) throws GeneralSecurityException {
        var now = Instant.now().getEpochSecond();
        var claims = """
                {"aud":"anchang","sub":"%s","upn":"%s","preferred_username":"%s","posts":["/office/*/%s"],"iat":%d,"exp":%d}""".formatted(user, user, user, role, now, now + 3_600);
        var signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + URL.encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
