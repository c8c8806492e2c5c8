package org.anchang.approval.chain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One step of a chain, as it is stored and as it is written.
///
/// @param key          names the step in the chain, e.g. `general-manager`
/// @param kind         left out: a signature
/// @param role         any one person of the project who holds it; or else
/// @param persons      these
/// @param signs        left out: any one of them
/// @param when         left out: always
/// @param gives        fields that the signer adds to the form when approving
/// @param maySignAgain may be signed by somebody who has signed an earlier step (APR-3)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Step(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String key,
        @Nullable Kind kind,
        @Nullable String role,
        @Nullable @Size(max = 20) List<@NotBlank String> persons,
        @Nullable SignedBy signs,
        @Nullable @Size(max = 200) String when,
        @Nullable @Size(max = 10) List<@NotNull @Valid AddedField> gives,
        @Nullable Boolean maySignAgain) {
    public enum Kind {
        SIGNATURE,
        /// The applicant's own word: taken from the request, no task.
        STATEMENT
    }

    @Schema(name = "Signers")
    public enum SignedBy {
        ANY_ONE,
        ALL
    }

    /// A place on the form where one signature goes.
    ///
    /// @param key     the step's, with a number where all persons of the step sign
    /// @param signers any one of them: `role:finance` or `person:li.na`
    public record Place(String key, Step step, List<String> signers) {}

    static Step of(String role, AddedField... gives) {
        return new Step(role, null, role, null, null, null, gives.length == 0 ? null : List.of(gives), null);
    }

    static Step statement(String key) {
        return new Step(key, Kind.STATEMENT, null, null, null, null, null, null);
    }

    /// The places that wait for a signature when the step's turn comes; none for a statement.
    public List<Place> places() {
        if (isStatement()) {
            return List.of();
        }
        if (role != null) {
            return List.of(new Place(key, this, List.of("role:" + role)));
        }
        if (signs != SignedBy.ALL) {
            return List.of(new Place(
                    key,
                    this,
                    named().stream().map(person -> "person:" + person).toList()));
        }
        return IntStream.range(0, named().size())
                .mapToObj(i -> new Place(key + "." + (i + 1), this, List.of("person:" + named().get(i))))
                .toList();
    }

    /// The role under which a signature here is known.
    public String title() {
        return role == null ? "named-person" : role;
    }

    @JsonIgnore
    public boolean isStatement() {
        return kind == Kind.STATEMENT;
    }

    /// Whether nobody gets past a signature of one of these roles. Of named persons only the identity
    /// provider knows what they are.
    boolean isCertainlyOf(Set<String> roles) {
        return !isStatement() && when == null && role != null && roles.contains(role);
    }

    @JsonIgnore
    public boolean isOpenToSigners() {
        return Boolean.TRUE.equals(maySignAgain);
    }

    public List<AddedField> added() {
        return Objects.requireNonNullElse(gives, List.of());
    }

    public List<String> named() {
        return Objects.requireNonNullElse(persons, List.of());
    }
}
