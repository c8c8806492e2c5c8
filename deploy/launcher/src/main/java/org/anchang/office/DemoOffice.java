package org.anchang.office;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anchang.backing.BackingFailure;
import org.anchang.backing.OwnProcess;

/// Runs module `deploy/demo` against an office that is ready.
final class DemoOffice {

    private static final Duration LOADED_WITHIN = Duration.ofHours(1);

    private DemoOffice() {}

    /// Where it is to be seen, as whom to sign in, and what to try first.
    static String story(Office office) {
        try (var text = DemoOffice.class.getResourceAsStream("/demo-story.txt")) {
            return new String(requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("ADDRESS", office.gateway() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns when the demo office is loaded.
    static void load(Office office, UpOptions options) {
        var built = options.plan().root().resolve("deploy/demo/target");
        if (!Files.isRegularFile(built.resolve("demo.jar"))) {
            throw new BackingFailure("the demo office is not built (%s is missing); run deploy/up, which builds it"
                    .formatted(built.resolve("demo.jar")));
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                built.resolve("demo.jar") + ":" + built.resolve("lib") + "/*",
                "org.anchang.demo.Demo"));
        command.addAll(options.rest());
        var environment = Map.of(
                "ANCHANG_GATEWAY", office.gateway().toString(),
                "ANCHANG_OIDC", office.issuer().toString());
        Up.say("loading the demo office");
        var process = OwnProcess.startInView(new OwnProcess.Program(
                "the demo office",
                command,
                environment,
                Path.of("").toAbsolutePath(),
                Path.of("").toAbsolutePath()));
        if (!process.await(LOADED_WITHIN) || process.exitCode() != 0) {
            process.kill();
            Up.say("the demo office is not loaded; the office itself goes on (deploy/up --fresh --demo begins anew)");
        } else {
            Up.say("the demo office is loaded");
        }
    }
}
