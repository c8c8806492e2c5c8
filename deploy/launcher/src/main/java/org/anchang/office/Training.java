package org.anchang.office;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anchang.backing.BackingFailure;
import org.anchang.backing.OwnProcess;

/// An office of its own that works through a season and an opening day for practice and remembers it, so that later
/// starts are quick and begin warm (see [org.anchang.backing.AotCache]). It runs once after a build, in a process of
/// its own that gives way to everybody; ended early, it leaves nothing.
final class Training {

    /// It is a whole office beside the one at work.
    private static final long MEMORY = 7L << 30;
    private static final Duration DONE_WITHIN = Duration.ofHours(1);

    private Training() {}

    /// Where its parts say what they do.
    static Path log(Path root) {
        return root.resolve("target/training.log");
    }

    static boolean hasRoom() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                && machine.getTotalMemorySize() >= MEMORY;
    }

    /// Begins it beside this JVM, with which it ends.
    static OwnProcess begin(Path root) {
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(java(System.getProperty("java.class.path"), Training.class.getName()));
        command.add(root.toString());
        return OwnProcess.start(new OwnProcess.Program("the training", command, Map.of(), root, log(root)));
    }

    /// The argument is the root of the repository.
    static void main(String[] arguments) {
        var root = Path.of(arguments[0]);
        var folder = root.resolve("target/training");
        // As compiled for work, not as tests are.
        var plan = OfficePlan.forTests(root, folder).withJvmOptions(List.of());
        Up.quietLibraries();
        var ended = 0;
        try {
            try (var office = Office.train(plan, Up::say)) {
                practise(office, root, "demo", "org.anchang.demo.Demo", "--customers", "120", "--deals", "60");
                practise(
                        office,
                        root,
                        "rehearsal",
                        "org.anchang.rehearsal.Rehearse",
                        folder.toString(),
                        "--project",
                        "yunshan",
                        "--warm-up",
                        "60",
                        "--minutes",
                        "0.5");
                Up.say("ending, which writes down what is remembered");
            }
            try (var left = OfficeFolder.take(folder)) {
                left.empty();
            }
            Up.say("ended");
        } catch (BackingFailure e) {
            System.err.println("training: " + e.getMessage());
            ended = 1;
        }
        System.exit(ended);
    }

    /// What goes wrong in it, such as a limit missed, is no matter here: the parts were at work.
    private static void practise(Office office, Path root, String module, String main, String... arguments) {
        var built = root.resolve("deploy").resolve(module).resolve("target");
        var command = new ArrayList<>(
                java(built.resolve(module + ".jar") + File.pathSeparator + built.resolve("lib") + "/*", main));
        command.addAll(List.of(arguments));
        var environment = Map.of(
                "ANCHANG_GATEWAY", office.gateway().toString(),
                "ANCHANG_KEYCLOAK_PASSWORD", office.keycloakPassword(),
                "ANCHANG_OIDC", office.issuer().toString());
        Up.say("practising: " + module);
        var practice = OwnProcess.startInView(new OwnProcess.Program(module, command, environment, root, root));
        if (!practice.await(DONE_WITHIN)) {
            practice.kill();
        }
    }

    private static List<String> java(String classPath, String main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                main);
    }
}
