package org.anchang.kit.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.anchang.kit.sql.Database;
import org.anchang.test.OfficeBacking;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class NameKeyTest {
    private record Keyed(String written, String key) {}

    /// Between letters that stay, so that a character may be left out, and combine with what is before it.
    private static final String KEYS = """
            SELECT written, name_key(written) AS key FROM unnest(CAST(:written AS text[])) AS given (written)""";

    @Inject
    Database database;

    @Test
    @DisplayName("INV-17 the database and the services come to the same normal form, for every character there is")
    void alike() {
        var written = new ArrayList<String>(List.of("３ 栋", "HT–００１\n", "e\u200B\u0301", "\u00A8", "ＩİßẞΣς", "ﷺ", "①½"));
        for (int character = 1; character <= Character.MAX_CODE_POINT; character++) {
            if (Character.isDefined(character)
                    && Character.getType(character) != Character.SURROGATE
                    && Character.getType(character) != Character.PRIVATE_USE) {
                written.add("A" + Character.toString(character) + "1");
            }
        }

        var differing = database.sql(KEYS).with("written", written).rows(Keyed.class).stream()
                .filter(name -> !name.key().equals(Names.key(name.written())))
                .map(name -> "U+%X".formatted(name.written().codePointAt(1)))
                .toList();

        assertThat(differing).isEmpty();
    }
}
