package org.anchang.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.anchang.backing.BackingFailure;

/// SEC-6: what an office's parts show each other, as the sealing key made once for each office and read by nobody but
/// the owner.
final class Passwords {
    static final String FILE = "passwords.properties";

    private static final int BYTES = 24;

    private final Path file;

    Passwords(Path file) {
        this.file = file;
    }

    /// The same for the same name as long as the office's data are kept.
    synchronized String of(String name) {
        var kept = new Properties();
        try {
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    kept.load(reader);
                }
            } else {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            var known = kept.getProperty(name);
            if (known != null) {
                return known;
            }
            var made = random();
            Files.writeString(file, name + "=" + made + "\n", StandardOpenOption.APPEND);
            return made;
        } catch (IOException e) {
            throw new BackingFailure(
                    "cannot use %s: %s; give it to this user or name another folder with --data"
                            .formatted(file, BackingFailure.reason(e)),
                    e);
        }
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
