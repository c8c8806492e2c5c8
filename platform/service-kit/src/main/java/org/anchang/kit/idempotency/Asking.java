package org.anchang.kit.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.anchang.kit.audit.AuditedTransaction;
import org.anchang.kit.work.LongWork;
import org.jspecify.annotations.Nullable;

/// A command that asks before it acts, from top to bottom: what there is to ask for is looked at, a
/// neighbour is asked, and one transaction carries out what the answers allow.
///
/// ```java
/// @Idempotent(asksFirst = true)
/// public Answer sign(UUID id, SignContract wish) {
///     var units = asking.before(() -> deals.get(id).units());
///     var certified = inventory.certified(units);
///     return asking.carryOut(() -> sign(deals.toChange(id), wish, certified));
/// }
/// ```
///
/// Promise: a command that was done before is answered again without asking; a neighbour's "no" comes out
/// only where the command has no answer yet. Nobody can be asked in a transaction, for whoever asks says
/// `NEVER` (a rule of the services' `ArchitectureTest`).
@RequestScoped
public class Asking {
    private record Command(Answers.Command known, boolean mayTakeLong, Type answer) {}

    @Inject
    Answers answers;

    @Inject
    LongWork longWork;

    @Inject
    AuditedTransaction transaction;

    @Inject
    CurrentVertxRequest request;

    private @Nullable Command command;
    private boolean isCarriedOut;
    private @Nullable Object carriedOut;

    /// What has to be known, or written down, before anybody is asked: in a transaction of its own, which
    /// is over then.
    public <T extends @Nullable Object> T before(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    /// The transaction of the command: key, audit, effect, events and answer are there together, or not at
    /// all.
    ///
    /// @return the answer of the resource's method; what was answered before, where it was done meanwhile
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> T carryOut(Callable<T> work) {
        var begun = Objects.requireNonNull(command, "only what is @Idempotent is carried out");
        isCarriedOut = true;
        carriedOut = transaction.<@Nullable Object>tellingByItself(() -> begun.mayTakeLong()
                ? longWork.call(() -> once(begun, work))
                : QuarkusTransaction.requiringNew().call(() -> once(begun, work)));
        return (T) carriedOut;
    }

    void begin(Answers.Command known, boolean mayTakeLong, Type answer) {
        command = new Command(known, mayTakeLong, answer);
    }

    /// @param asked what asks, and then carries out
    @Nullable
    Object first(Callable<@Nullable Object> asked) throws Exception {
        var begun = Objects.requireNonNull(command);
        var given = answers.find(begun.known());
        if (given.isPresent()) {
            return again(begun, given.get());
        }
        try {
            var answer = asked.call();
            if (!isCarriedOut || answer != carriedOut) {
                throw new IllegalStateException("a command answers what it has carried out");
            }
            return answer;
        } catch (RuntimeException no) {
            if (isCarriedOut) {
                throw no;
            }
            return carryOut(() -> {
                throw no;
            });
        }
    }

    private @Nullable Object once(Command begun, Callable<? extends @Nullable Object> work) throws Exception {
        var given = answers.claim(begun.known());
        if (given.isPresent()) {
            return again(begun, given.get());
        }
        var answer = work.call();
        answers.keep(begun.known(), answer);
        return answer;
    }

    private @Nullable Object again(Command begun, Answers.Given given) {
        request.getCurrent().response().putHeader("Idempotent-Replayed", "true");
        return answers.again(given, begun.answer());
    }
}
