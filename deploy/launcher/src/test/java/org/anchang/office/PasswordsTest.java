package org.anchang.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "SEC-6 each part of an office has a password of its own, the same at every start and known to the owner alone")
    void kept() throws IOException {
        var file = folder.resolve("passwords.properties");
        var passwords = new Passwords(file);

        var deal = passwords.of("deal.service");

        assertTrue(deal.matches("[0-9a-f]{48}"));
        assertNotEquals(deal, passwords.of("deal.owner"));
        assertEquals(deal, new Passwords(file).of("deal.service"));
        assertNotEquals(deal, new Passwords(folder.resolve("another")).of("deal.service"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
