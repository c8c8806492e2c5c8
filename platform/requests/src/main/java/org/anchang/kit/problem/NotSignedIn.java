package org.anchang.kit.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/// SEC-1: no token, or one that is not valid. Both are answered alike: what is wrong with a token is nobody's
/// business.
///
/// In place of the library's own mappers, which do not fit the challenge of this Quarkus and would end in a 500.
final class NotSignedIn {
    private static final int BEFORE_THE_LIBRARYS = 1;

    private NotSignedIn() {}

    @Provider
    @Priority(BEFORE_THE_LIBRARYS)
    public static class WithoutToken extends ExceptionMapperBase<UnauthorizedException> {
        @Override
        protected HttpProblem toProblem(UnauthorizedException failure) {
            return problem();
        }
    }

    @Provider
    @Priority(BEFORE_THE_LIBRARYS)
    public static class WithBadToken extends ExceptionMapperBase<AuthenticationFailedException> {
        @Override
        protected HttpProblem toProblem(AuthenticationFailedException failure) {
            return problem();
        }
    }

    private static HttpProblem problem() {
        return HttpProblem.builder()
                .withStatus(401)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
