package org.anchang.kit.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/// Whatever nobody expected: a race that the database decided, a database out of reach, or a fault of ours.
/// The answer never tells what went wrong inside; the log does.
@Provider
@Priority(Priorities.USER - 1)
public class FailureMapper extends ExceptionMapperBase<RuntimeException> {
    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    @Override
    protected HttpProblem toProblem(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return new RefusedMapper().toProblem(refused);
            }
        }
        var trouble = DatabaseTrouble.in(failure);
        // Who signs the tokens is away, so that none can be looked at.
        var answer = failure instanceof OIDCException
                ? KitRefusal.TEMPORARILY_UNAVAILABLE
                : trouble == null ? KitRefusal.FAILED : trouble;
        if (answer == KitRefusal.FAILED || answer == KitRefusal.VALUE_NOT_RECORDABLE) {
            LOG.error("A command failed", failure);
        } else {
            LOG.debugf("%s: %s", answer, failure.getMessage());
        }
        return new RefusedMapper().toProblem(Refused.refuse(answer));
    }
}
