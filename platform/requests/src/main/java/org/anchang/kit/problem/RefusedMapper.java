package org.anchang.kit.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/// A refusal becomes a problem document; its words are added by [ProblemWords].
@Provider
public class RefusedMapper extends ExceptionMapperBase<Refused> {
    @Override
    protected HttpProblem toProblem(Refused refused) {
        var refusal = refused.refusal();
        var problem = HttpProblem.builder()
                .withStatus(refusal.status())
                .withTitle(refusal.name())
                .with("code", refusal.name())
                .with("rule", refusal.rule().id());
        refused.facts().forEach(problem::with);
        if (refusal.status() == 409 || refusal.status() == 503) {
            problem.withHeader("Retry-After", "1");
        }
        return problem.build();
    }
}
