package org.anchang.deal.change;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.anchang.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What the fields of requests and approvals are called on paper.
@Path("/api/v1/form-fields")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Changes")
public class FormFieldResource {
    /// @param key     as `fields` of a request or an approval has it
    /// @param chinese what it is called on the sheet
    public record ShownField(String key, FormField.Kind kind, String chinese, String english) {}

    @GET
    @Operation(
            summary =
                    "The fields of all forms in the order in which they are printed, with their names in both languages")
    public Page<ShownField> list() {
        return new Page<>(
                Stream.of(FormField.values())
                        .map(field -> new ShownField(field.key(), field.kind(), field.chinese(), field.english()))
                        .toList(),
                null);
    }
}
