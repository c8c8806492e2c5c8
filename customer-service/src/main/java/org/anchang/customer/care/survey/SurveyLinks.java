package org.anchang.customer.care.survey;

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

/// CAR-3: the links by which surveys are answered. A link names its invitation and is signed: nobody makes one, and
/// none is kept anywhere (decision 42).
@ApplicationScoped
class SurveyLinks {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final int ID = 32;
    private static final int SIGNATURE = 32;

    @Inject
    Sealing sealing;

    /// Where customers reach the office.
    @ConfigProperty(name = "anchang.public.url", defaultValue = "http://localhost:8080")
    String office;

    String token(UUID invitation) {
        var id = invitation.toString().replace("-", "");
        return id + signature(id);
    }

    /// As it stands in a message.
    String link(UUID invitation) {
        return office.replaceFirst("/+$", "") + path(invitation);
    }

    /// On this office's own address.
    String path(UUID invitation) {
        return "/console/survey/" + token(invitation);
    }

    /// The invitation; nothing where the link is none of ours. The database is not asked.
    Optional<UUID> read(String token) {
        if (!FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        var id = token.substring(0, ID);
        var isOurs = MessageDigest.isEqual(
                signature(id).getBytes(StandardCharsets.US_ASCII),
                token.substring(ID).getBytes(StandardCharsets.US_ASCII));
        return isOurs ? Optional.of(uuid(id)) : Optional.empty();
    }

    private String signature(String id) {
        return sealing.fingerprint("survey link " + id).substring(0, SIGNATURE);
    }

    private static UUID uuid(String hex) {
        return new UUID(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, ID));
    }
}
