package org.anchang.kit.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentFilesTest {
    @Test
    @DisplayName(
            "CUS-6 what a process that was killed left of a list is gone at the next start; who is alive loses nothing")
    void left(@TempDir Path temporary) throws IOException {
        var place = temporary.resolve("sent");
        var alive = started(place);
        var list = alive.spool(body()).path();
        var kept = alive.spool(body()).keep();
        var killed = Files.createDirectory(place.resolve("1"));
        Files.createFile(killed.resolve("lock"));
        Files.writeString(killed.resolve("sent-7.kept"), "张三,13800000001");

        var next = started(place);

        assertThat(killed).doesNotExist();
        assertThat(list).hasContent("张三,13800000001");
        assertThat(kept).hasContent("张三,13800000001");
        assertThat(Files.getPosixFilePermissions(list.getParent())).hasSize(3);
        assertThat(next.spool(body()).path().getParent()).isNotEqualTo(list.getParent());

        alive.stop(new ShutdownEvent());

        assertThat(list.getParent()).doesNotExist();
        try (var left = Files.list(place)) {
            assertThat(left.filter(Files::isDirectory)).hasSize(1);
        }
    }

    private static SentFiles started(Path place) throws IOException {
        var files = new SentFiles(place.toString());
        files.start(new StartupEvent());
        return files;
    }

    private static InputStream body() {
        return new ByteArrayInputStream("张三,13800000001".getBytes(StandardCharsets.UTF_8));
    }
}
