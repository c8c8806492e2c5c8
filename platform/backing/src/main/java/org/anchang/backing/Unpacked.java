package org.anchang.backing;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;

/// Programs unpacked once per version and kept; two processes may unpack the same one at the same time.
final class Unpacked {

    @FunctionalInterface
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    private Unpacked() {}

    /// The folder of that name in the cache, filled by `unpacking` where it is not there yet.
    ///
    /// @param name carries the version: what is once there is never looked at again
    static Path folder(String name, Unpacking unpacking) {
        var found = found(name);
        if (found.isPresent()) {
            return found.get();
        }
        var cache = cache();
        var target = cache.resolve(name);
        var beside = cache.resolve(name + "." + UUID.randomUUID());
        try {
            Files.createDirectories(beside);
            unpacking.into(beside);
            rename(beside, target);
            return target;
        } catch (IOException e) {
            throw new BackingFailure(
                    "cannot unpack %s into %s: %s; make room there or set ANCHANG_CACHE to another folder"
                            .formatted(name, cache, BackingFailure.reason(e)),
                    e);
        } finally {
            delete(beside);
        }
    }

    /// The folder of that name in the cache, if it is there.
    static Optional<Path> found(String name) {
        return Optional.of(cache().resolve(name)).filter(Files::isDirectory);
    }

    private static void rename(Path beside, Path target) throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            // Another process was quicker; its copy is as good.
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static Path cache() {
        var named = System.getenv("ANCHANG_CACHE");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        var home = Path.of(System.getProperty("user.home", ""));
        return Files.isWritable(home)
                ? home.resolve(".cache").resolve("anchang")
                : Path.of(System.getProperty("java.io.tmpdir"), "anchang-" + System.getProperty("user.name"));
    }

    /// Deletes a folder with all it holds; one that is not there is fine.
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new BackingFailure("cannot delete %s: %s".formatted(folder, BackingFailure.reason(e)), e);
        }
    }
}
