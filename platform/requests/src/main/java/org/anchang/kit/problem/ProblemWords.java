package org.anchang.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;

/// Gives every problem document, ours and the framework's, its code, its rule and its words in the caller's
/// language.
@ApplicationScoped
public class ProblemWords implements ProblemPostProcessor {
    @Inject
    Words words;

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var unread = NotUnderstood.in(context.cause);
        return worded(unread == null ? problem : unread.problem(words, words.language()));
    }

    /// The framework's own `detail` is left out: it is English, of no code, and may quote a token or the request.
    private HttpProblem worded(HttpProblem problem) {
        var code = problem.getParameters().get("code");
        var refusal = code == null ? refusalOf(problem.getStatusCode()) : null;
        var name = refusal == null ? String.valueOf(code) : refusal.name();
        var worded = HttpProblem.builder(problem)
                .withType(URI.create(
                        "urn:anchang:problem:" + name.toLowerCase(Locale.ROOT).replace('_', '-')))
                .withTitle(words.of(name, problem.getParameters(), words.language()))
                .withDetail(null)
                .withInstance(null);
        if (refusal != null) {
            worded.with("code", refusal.name()).with("rule", refusal.rule().id());
        }
        return worded.build();
    }

    private static KitRefusal refusalOf(int status) {
        return switch (status) {
            case 401 -> KitRefusal.NOT_SIGNED_IN;
            case 403 -> KitRefusal.ROLE_NOT_ALLOWED;
            case 404 -> KitRefusal.NOT_FOUND;
            case 405 -> KitRefusal.METHOD_NOT_ALLOWED;
            case 406 -> KitRefusal.NOT_ACCEPTABLE;
            case 415 -> KitRefusal.MEDIA_TYPE_NOT_SUPPORTED;
            case 413 -> KitRefusal.TOO_LARGE;
            case 503 -> KitRefusal.TEMPORARILY_UNAVAILABLE;
            default -> status < 500 ? KitRefusal.REQUEST_NOT_UNDERSTOOD : KitRefusal.FAILED;
        };
    }
}
