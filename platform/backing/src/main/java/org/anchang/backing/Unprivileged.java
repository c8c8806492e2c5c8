package org.anchang.backing;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// How to run a program that refuses to run as root.
///
/// An ordinary user runs it as it is. Root goes into a user namespace of its own, where it is nobody in particular
/// yet still owns its files; where the system forbids such namespaces, root steps down to an unprivileged user that
/// owns the data and may pass through folders such as `/root` by one capability.
final class Unprivileged {

    private static final int NOBODY = 65_534;

    private final int owner;
    private final List<String> entry;

    private Unprivileged(int owner, List<String> entry) {
        this.owner = owner;
        this.entry = entry;
    }

    static Unprivileged find() {
        var uid = (int) new UnixSystem().getUid();
        if (uid != 0) {
            return new Unprivileged(uid, List.of());
        }
        var namespace = List.of("unshare", "-U");
        if (works(namespace)) {
            return new Unprivileged(0, namespace);
        }
        var user = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        var throughFolders = new ArrayList<>(user);
        // Without the securebit the kernel would ignore the capability in access(2), by which PostgreSQL finds itself.
        throughFolders.addAll(
                List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"));

        if (works(throughFolders)) {
            return new Unprivileged(NOBODY, List.copyOf(throughFolders));
        }
        if (works(user)) {
            return new Unprivileged(NOBODY, user);
        }
        throw new BackingFailure("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here;"
                + " run this as an ordinary user, or install util-linux");
    }

    /// The words before a command.
    List<String> entry() {
        return entry;
    }

    /// Gives the folder and all it holds to the user the program will run as; a no-op except for root.
    void own(Path folder) throws IOException {
        if (entry.isEmpty() || (Integer) Files.getAttribute(folder, "unix:uid") == owner) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", owner);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                // Last, so that a walk cut short is walked again.
                Files.setAttribute(visited, "unix:uid", owner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean works(List<String> entry) {
        var command = new ArrayList<>(entry);
        command.add("true");
        return OwnProcess.succeeds(command);
    }
}
