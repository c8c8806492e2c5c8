package org.anchang.customer.care.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anchang.kit.seal.Sealing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// CAR-3, CAR-4: a link names what it is about and is signed for one purpose: nobody makes one, none is kept
/// anywhere, and none of one purpose is good for another (decision 42).
@ApplicationScoped
public class SignedLinks {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final int ID = 32;
    private static final int SIGNATURE = 32;

    @Inject
    Sealing sealing;

    /// Where customers reach the office.
    @ConfigProperty(name = "anchang.public.url")
    String office;

    public String token(String purpose, UUID about) {
        var id = about.toString().replace("-", "");
        return id + signature(purpose, id);
    }

    /// On the office's own address.
    public String path(String purpose, UUID about) {
        return "/console/" + purpose + "/" + token(purpose, about);
    }

    /// As it stands in a message, or in a code that a phone reads.
    public String link(String purpose, UUID about) {
        return office.replaceFirst("/+$", "") + path(purpose, about);
    }

    /// What it is about; nothing where the link is none of ours. The database is not asked.
    public Optional<UUID> read(String purpose, String token) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        var id = token.substring(0, ID);
        var isOurs = MessageDigest.isEqual(
                signature(purpose, id).getBytes(StandardCharsets.US_ASCII),
                token.substring(ID).getBytes(StandardCharsets.US_ASCII));
        return isOurs ? Optional.of(uuid(id)) : Optional.empty();
    }

    private String signature(String purpose, String id) {
        return sealing.fingerprint(purpose + " link " + id).substring(0, SIGNATURE);
    }

    private static UUID uuid(String hex) {
        return new UUID(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, ID));
    }
}
