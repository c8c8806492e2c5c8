package org.anchang.customer.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.anchang.kit.name.Names;
import org.jspecify.annotations.Nullable;

/// What is to stand in a field; neither value nor choices: nothing.
///
/// @param field  its key
/// @param value  a text; a number; a date; the key of the answer; `true` or `false`
/// @param chosen the keys of the answers where there may be several
public record EnterValue(
        @NotBlank @Size(max = 40) String field,
        @Nullable @Size(max = 2000) String value,
        @Nullable @Size(max = 60) List<@NotBlank @Size(max = 40) String> chosen) {
    boolean saysNothing() {
        return (value == null || Names.isUnseen(value)) && choices().isEmpty();
    }

    String text() {
        return value == null ? "" : value;
    }

    List<String> choices() {
        return chosen == null ? List.of() : chosen;
    }
}
