package org.anchang.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service of three packages that name each other's tables.
class TableOwnersTest {
    private static final String ROOT = "org.anchang.shop";

    @TempDir
    Path main;

    @BeforeEach
    void shop() throws IOException {
        write("resources/db/migration/V01__paint.sql", "CREATE TABLE paint (id int); CREATE TABLE shade (id int);");
        write("resources/db/migration/R__01_paint.sql", "CREATE VIEW paint_standing AS SELECT id FROM paint;");
        write("resources/db/migration/V02__sale.sql", "CREATE TABLE sale (id int);");
        java("paint", "INSERT INTO paint (id) VALUES (1); SELECT * FROM shade");
        java("paint/mixing", "INSERT INTO shade (id) VALUES (1); SELECT * FROM paint");
        java("sale", "INSERT INTO sale (id) SELECT id FROM paint_standing");
    }

    @Test
    @DisplayName("beneath a noun a table is that package's which alone adds to it")
    void deepestPackage() {
        assertThat(new TableOwners(ROOT, main).owners())
                .containsEntry("paint", "paint")
                .containsEntry("shade", "paint.mixing")
                .containsEntry("sale", "sale");
    }

    @Test
    @DisplayName("packages of one noun that read each other's tables point at each other, a view points at its noun")
    void arrows() {
        var arrows = new TableOwners(ROOT, main).arrows();

        assertThat(arrows.get("paint")).containsExactly("paint.mixing");
        assertThat(arrows.get("paint.mixing")).containsExactly("paint");
        assertThat(arrows.get("sale")).containsExactly("paint");
    }

    @Test
    @DisplayName("a table of another noun is a breach")
    void breaches() throws IOException {
        java("sale/counter", "SELECT * FROM shade");

        assertThat(new TableOwners(ROOT, main).breaches()).containsExactly("sale names shade of paint");
    }

    private void java(String place, String statement) throws IOException {
        write("java/org/anchang/shop/" + place + "/Statements.java", "\"" + statement + "\"");
    }

    private void write(String file, String text) throws IOException {
        var path = main.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
