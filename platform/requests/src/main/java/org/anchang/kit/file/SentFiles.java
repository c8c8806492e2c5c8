package org.anchang.kit.file;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where bodies lie while they are worked on: in a folder of this process's own, which nobody else may read.
///
/// Promise (CUS-6): what a process leaves that is killed, names and phones in clear among it, is gone when the next one
/// starts. Processes that share the place know by a lock, which ends with its process, who of them is alive.
@ApplicationScoped
public class SentFiles {
    private static final Logger LOG = Logger.getLogger(SentFiles.class);
    private static final String LOCK = "lock";

    private final Path place;
    private @Nullable Path own;
    private @Nullable FileChannel lock;

    SentFiles(@ConfigProperty(name = "anchang.sent-files") String place) {
        this.place = Path.of(place);
    }

    void start(@Observes StartupEvent event) throws IOException {
        Files.createDirectories(place);
        try (var turn = turn();
                var _ = turn.lock()) {
            for (var folder : inside(place)) {
                removeIfLeft(folder);
            }
            own = Files.createTempDirectory(place, "");
            lock = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
        }
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        if (own == null || lock == null) {
            return;
        }
        try (var turn = turn();
                var _ = turn.lock()) {
            lock.close();
            remove(own);
        }
    }

    /// One comes or goes at a time: a folder that is not locked yet, or not any more, looks like one that was left.
    private FileChannel turn() throws IOException {
        return FileChannel.open(place.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    SentFile spool(InputStream body) throws IOException {
        if (own == null) {
            throw new IOException("no body is taken before the start");
        }
        return SentFile.of(body, own);
    }

    private static void removeIfLeft(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var free = channel.tryLock()) {
            if (free != null) {
                remove(folder);
            }
        } catch (OverlappingFileLockException e) {
            // It is of this very process.
        } catch (AccessDeniedException e) {
            LOG.warnf("%s was left by another user of this machine, who must remove it", folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        for (var file : inside(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
