package org.anchang.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.anchang.backing.BackingFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeFolderTest {

    @TempDir
    Path place;

    @Test
    @DisplayName("a folder that an office is running in is refused, and free again once it has ended")
    void locked() {
        try (var _ = OfficeFolder.take(place)) {
            var failure = assertThrows(BackingFailure.class, () -> OfficeFolder.take(place));
            assertTrue(failure.getMessage().startsWith("an office is running in "));
        }
        OfficeFolder.take(place).close();
    }

    @Test
    @DisplayName("the sealing key is made once, is 32 bytes and is nobody else's to read")
    void sealingKey() throws IOException {
        try (var folder = OfficeFolder.take(place)) {
            var key = folder.sealingKey();

            assertEquals(32, Base64.getDecoder().decode(key).length);
            assertEquals(key, folder.sealingKey());
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.part("sealing.key"))));
        }
    }

    @Test
    @DisplayName("data and logs are nobody else's to read, in a new folder and in one that was open before")
    void ownersAlone() throws IOException {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));

        var made = place.resolve("new");
        OfficeFolder.take(place).close();
        OfficeFolder.take(made).close();

        for (var folder : List.of(place, made)) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        }
    }

    @Test
    @DisplayName("a fresh start deletes everything, the key too")
    void emptied() throws IOException {
        try (var folder = OfficeFolder.take(place)) {
            var key = folder.sealingKey();
            Files.createDirectories(folder.part("postgres/data"));
            Files.writeString(folder.part("postgres/data/PG_VERSION"), "18");

            folder.empty();

            assertFalse(Files.exists(folder.part("postgres")));
            assertNotEquals(key, folder.sealingKey());
        }
    }

    @Test
    @DisplayName("a folder with other things in it is refused and left as it is, fresh or not")
    void notAnOffices() throws IOException {
        Files.createDirectories(place.resolve("letters"));
        Files.writeString(place.resolve("letters/to-mother.txt"), "dear mother");

        var failure = assertThrows(BackingFailure.class, () -> OfficeFolder.take(place));

        assertTrue(failure.getMessage().contains("--data"));
        assertEquals(1, failure.getMessage().lines().count());
        try (var things = Files.walk(place)) {
            assertEquals(3, things.count());
        }
    }

    @Test
    @DisplayName("an office's folder is known again after a fresh start, and by its key where the lock is an older one")
    void knownAgain() throws IOException {
        try (var folder = OfficeFolder.take(place)) {
            folder.empty();
            Files.createDirectories(folder.part("postgres"));
        }
        OfficeFolder.take(place).close();

        Files.delete(place.resolve("office.lock"));
        assertThrows(BackingFailure.class, () -> OfficeFolder.take(place));
        Files.writeString(place.resolve("sealing.key"), "k");
        OfficeFolder.take(place).close();
    }

    @Test
    @DisplayName(
            "a fresh start deletes what a link names the folder of, and neither the link nor what is linked from it")
    void links() throws IOException {
        var data = Files.createDirectory(place.resolve("data"));
        var elsewhere = Files.createDirectory(place.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept"), "kept");
        var link = Files.createSymbolicLink(place.resolve("link"), data);
        try (var folder = OfficeFolder.take(link)) {
            Files.createSymbolicLink(folder.part("out"), elsewhere);
            Files.writeString(folder.part("old"), "old");

            folder.empty();
        }

        assertTrue(Files.isSymbolicLink(link));
        assertFalse(Files.exists(data.resolve("old")));
        assertTrue(Files.exists(elsewhere.resolve("kept")));
    }
}
