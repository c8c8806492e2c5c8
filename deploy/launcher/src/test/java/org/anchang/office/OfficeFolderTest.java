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
}
