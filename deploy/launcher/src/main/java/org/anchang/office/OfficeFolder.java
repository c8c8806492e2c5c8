package org.anchang.office;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.anchang.backing.BackingFailure;

/// The folder that keeps an office's data; whoever has it open has it alone.
final class OfficeFolder implements AutoCloseable {

    private static final String LOCK = "office.lock";
    private static final String SEALING_KEY = "sealing.key";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final FileChannel lock;

    private OfficeFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Takes the folder, making it where it is not there; refuses one that an office is running in, and one with
    /// other things in it, which a fresh start would delete.
    static OfficeFolder take(Path named) {
        var folder = named;
        try {
            Files.createDirectories(named);
            folder = named.toRealPath();
            requireOwn(folder);
            // Data and logs are nobody else's to read, whatever is in them.
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
            var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new BackingFailure(
                        "an office is running in %s; end it first (Ctrl-C where it was started), or name another folder with --data"
                                .formatted(folder));
            }
            return new OfficeFolder(folder, channel);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /// The lock says that an office made the folder; the key says so for offices that had another lock.
    private static void requireOwn(Path folder) throws IOException {
        if (Files.exists(folder.resolve(LOCK)) || Files.exists(folder.resolve(SEALING_KEY))) {
            return;
        }
        try (var things = Files.list(folder)) {
            if (things.findAny().isPresent()) {
                throw new BackingFailure(
                        "%s has things in it that are no office's; name an empty or a new folder with --data"
                                .formatted(folder));
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// Deletes all data and logs.
    void empty() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (!file.equals(folder.resolve(LOCK))) {
                        Files.delete(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                    if (!emptied.equals(folder)) {
                        Files.delete(emptied);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    Path part(String name) {
        return folder.resolve(name);
    }

    /// The key that seals personal data at rest: made once, read by nobody but the owner.
    synchronized String sealingKey() {
        var file = part(SEALING_KEY);
        try {
            if (!Files.exists(file)) {
                var key = new byte[32];
                new SecureRandom().nextBytes(key);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /// Leaves the addresses of the running office for other commands, e.g. the auditor; readable by the owner only,
    /// because the database's password is among them.
    void note(Map<String, String> addresses) {
        var file = part("office.properties");
        var lines = addresses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(address -> address.getKey() + "=" + address.getValue())
                .toList();
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, lines);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(part("office.properties"));
            lock.close();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static BackingFailure unusable(Path path, IOException e) {
        return new BackingFailure(
                "cannot use %s: %s; give it to this user or name another folder with --data"
                        .formatted(path, BackingFailure.reason(e)),
                e);
    }
}
