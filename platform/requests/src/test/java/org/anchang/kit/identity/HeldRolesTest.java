package org.anchang.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeldRolesTest {
    /// Counts how often its posts are read.
    private static final class Token implements JsonWebToken {
        private final AtomicInteger read = new AtomicInteger();

        @Override
        public String getName() {
            return "li.na";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("posts");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            read.incrementAndGet();
            return (T) List.of("/office/songfeng/consultant", "/office/songyue/finance");
        }
    }

    @Test
    @DisplayName("SEC-1 a token's posts are read once, for the roles and for what the caller may see")
    void once() {
        var token = new Token();
        var caller = new Caller();
        caller.identity = new HeldRoles()
                .augment(QuarkusSecurityIdentity.builder().setPrincipal(token).build(), _ -> {
                    throw new IllegalStateException("nothing to ask");
                })
                .await()
                .indefinitely();

        assertThat(caller.identity.getRoles()).containsExactlyInAnyOrder("consultant", "finance", Role.SALES);
        assertThat(caller.holds("songfeng", "consultant")).isTrue();
        assertThat(caller.holds("songfeng", "finance")).isFalse();
        assertThat(caller.scope().covers("songyue")).isTrue();
        assertThat(caller.posts().roles()).hasSize(2);
        assertThat(token.read.get()).isEqualTo(1);
    }

    @Test
    @DisplayName("SEC-1 nobody holds a post without a token")
    void nobody() {
        var caller = new Caller();
        SecurityIdentity anonymous =
                QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        caller.identity = anonymous;

        assertThat(caller.posts().roles()).isEmpty();
        assertThat(caller.holdsSomewhere("administrator")).isFalse();
    }
}
