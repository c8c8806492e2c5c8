package org.anchang.kit.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The body of a request as a file: a resource method that takes one never has the body in memory, however large it
/// is.
///
/// Promise: the file is gone when the request has been answered, unless somebody [#keep]s it, and in any case at
/// the next start of the service ([SentFiles]). It is known by its content, also to
/// [org.anchang.kit.idempotency.Idempotent]: another file under the same key is another request.
@Schema(type = SchemaType.STRING, format = "binary")
public final class SentFile {
    private final Path path;
    private final String sha256;

    private SentFile(Path path, String sha256) {
        this.path = path;
        this.sha256 = sha256;
    }

    static SentFile of(InputStream body, Path folder) throws IOException {
        var path = Files.createTempFile(folder, "sent-", null);
        try (var read = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"));
                var written = Files.newOutputStream(path)) {
            read.transferTo(written);
            return new SentFile(
                    path, HexFormat.of().formatHex(read.getMessageDigest().digest()));
        } catch (IOException | NoSuchAlgorithmException e) {
            Files.deleteIfExists(path);
            throw new IOException("the body could not be read", e);
        }
    }

    /// Where it lies until the request is answered.
    public Path path() {
        return path;
    }

    /// Of its content, in hexadecimal digits.
    public String sha256() {
        return sha256;
    }

    /// Lets it outlive the request.
    ///
    /// @return where it lies from now on; the caller deletes it
    public Path keep() {
        try {
            return Files.move(path, path.resolveSibling(path.getFileName() + ".kept"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
