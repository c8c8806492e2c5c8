package org.anchang.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.anchang.backing.AotCache;
import org.anchang.backing.OwnProcess;
import org.anchang.backing.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    /// Says that it runs, and waits to be ended.
    public static final class Program {
        private Program() {}

        public static void main(String... arguments) throws InterruptedException {
            System.out.println("up");
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    @TempDir
    Path folder;

    private Path jar;
    private int runs;

    @BeforeEach
    void build() throws IOException {
        var main = Program.class.getName().replace('.', '/') + ".class";
        jar = Files.createDirectories(folder.resolve("build")).resolve("program.jar");
        try (var target = new JarOutputStream(Files.newOutputStream(jar));
                var bytes = Program.class.getResourceAsStream("/" + main)) {
            target.putNextEntry(new ZipEntry(main));
            bytes.transferTo(target);
        }
    }

    @Test
    @DisplayName("a run to be remembered leaves a cache: the next one reads classes from it, another build does not")
    void remembered() throws IOException {
        trained();

        assertEquals(List.of(), leftovers());
        assertTrue(run(cache()).contains(Program.class.getName() + " source: shared objects file"));

        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertFalse(cache().trained());
        assertEquals(List.of(), cache().options());
    }

    @Test
    @DisplayName("a cache that is cut short or overwritten stops no start")
    void damaged() throws IOException {
        trained();
        try (var file = new RandomAccessFile(aot().toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        assertTrue(run(cache()).contains("up"));

        Files.write(aot(), new byte[4096]);
        assertTrue(run(cache()).contains("up"));
    }

    @Test
    @DisplayName("a JVM that breaks down takes the cache with it; one that is killed or ends by itself does not")
    void brokenDown() throws IOException {
        trained();
        assertFalse(cache().broke(ended("kill -KILL $$")));
        assertFalse(cache().broke(ended("exit 1")));
        assertTrue(cache().trained());

        assertTrue(cache().broke(ended("kill -ABRT $$")));
        assertFalse(cache().trained());
        assertFalse(cache().broke(ended("kill -ABRT $$")), "there is nothing left to blame");
    }

    private AotCache cache() {
        return new AotCache(folder.resolve("aot"), "program", jar.getParent());
    }

    private void trained() {
        var cache = cache();
        cache.train();
        run(cache);
        assertTrue(cache().trained());
    }

    private Path aot() throws IOException {
        try (var files = Files.list(folder.resolve("aot"))) {
            return files.filter(file -> file.toString().endsWith(".aot"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Path> leftovers() throws IOException {
        try (var files = Files.list(folder.resolve("aot"))) {
            return files.filter(file -> !file.toString().endsWith(".aot")).toList();
        }
    }

    /// What it said from its start to its orderly end.
    private String run(AotCache cache) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(cache.options());
        command.addAll(List.of("-Xlog:class+load", "-cp", jar.toString(), Program.class.getName()));
        var process = OwnProcess.start(program(command));
        assertTrue(Waiting.until(
                Duration.ofMinutes(1),
                () -> !process.alive() || text(process).lines().anyMatch("up"::equals)));
        assertTrue(process.alive(), process::tail);
        cache.stop(process, Duration.ofSeconds(30));
        return text(process);
    }

    private OwnProcess ended(String script) {
        var process = OwnProcess.start(program(List.of("sh", "-c", script)));
        assertTrue(process.await(Duration.ofSeconds(30)));
        return process;
    }

    private OwnProcess.Program program(List<String> command) {
        return new OwnProcess.Program(
                "program", command, Map.of(), folder, folder.resolve("program-" + ++runs + ".log"));
    }

    private static String text(OwnProcess process) {
        try {
            return Files.readString(process.log());
        } catch (IOException _) {
            return "";
        }
    }
}
