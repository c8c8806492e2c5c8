package org.anchang.kit.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// SEC-1: `@RolesAllowed` lets in whoever has the role anywhere; where it counts is for [Caller#scope()] to say, which
/// finds the posts here: a token's are read once a request.
@ApplicationScoped
class HeldRoles implements SecurityIdentityAugmentor {
    private static final String POSTS = "org.anchang.posts";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(
                        identity.getPrincipal() instanceof JsonWebToken token
                                ? with(HeldPosts.of(token), identity)
                                : identity);
    }

    /// What [#augment] found; none where nobody is signed in.
    static @Nullable HeldPosts posts(SecurityIdentity identity) {
        return identity.getAttribute(POSTS);
    }

    private static SecurityIdentity with(HeldPosts posts, SecurityIdentity identity) {
        var roles = new HashSet<>(posts.roles());
        roles.addAll(identity.getRoles());
        if (Role.isOfSales(roles)) {
            roles.add(Role.SALES);
        }
        return QuarkusSecurityIdentity.builder(identity)
                .addRoles(roles)
                .addAttribute(POSTS, posts)
                .build();
    }
}
