package org.anchang.backing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs for this machine, out of the archive on the class path.
final class PostgresPrograms {

    private static final String VERSION = "18.4";

    private PostgresPrograms() {}

    /// The folder that holds `bin/postgres` and `bin/initdb`.
    static Path folder() {
        var archive = "/postgres-" + system() + "-" + architecture() + ".txz";
        var version = "postgres-" + VERSION + "-" + architecture();
        return Unpacked.folder(version, folder -> {
            try (var stream = PostgresPrograms.class.getResourceAsStream(archive)) {
                if (stream == null) {
                    throw new BackingFailure(
                            "no PostgreSQL programs for %s %s are on the class path (%s); add io.zonky.test.postgres's"
                                            .formatted(system(), architecture(), archive)
                                    + " binaries for this machine to platform/backing/pom.xml");
                }
                unpack(stream, folder);
            }
        });
    }

    private static void unpack(InputStream stream, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(stream)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("entry leaves the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    var executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static String system() {
        return System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
    }
}
