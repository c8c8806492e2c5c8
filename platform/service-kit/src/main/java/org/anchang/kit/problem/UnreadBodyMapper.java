package org.anchang.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/// The one kind of unreadable body that the framework would answer without a problem document; [ProblemWords] says
/// what is wrong with it.
@Provider
public class UnreadBodyMapper extends ExceptionMapperBase<MismatchedInputException> {
    @Override
    protected HttpProblem toProblem(MismatchedInputException failure) {
        return HttpProblem.builder().withStatus(UnreadBody.STATUS).build();
    }
}
