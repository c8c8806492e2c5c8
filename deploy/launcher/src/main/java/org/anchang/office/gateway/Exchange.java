package org.anchang.office.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A request and its answer on their way through the gateway.
///
/// A body that is small is here as a whole before the service hears of it, so that nobody holds up a service by not
/// sending it; a larger one is passed on as it comes, and few at once are. What turns out to be a stream of events is
/// counted as one from then on.
final class Exchange implements ProxyInterceptor {

    private static final ProxyOptions NO_TUNNELS = new ProxyOptions().setSupportWebSocket(false);
    private static final Set<HttpMethod> ASKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String FORWARDED_HOST = "X-Forwarded-Host";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final HttpServerRequest request;
    private final Upstream upstream;
    private final Limits limits;
    private final Consumer<Exchange> atEnd;
    private @Nullable Buffer smallBody;
    private @Nullable Seats seat;
    private @Nullable HttpClientRequest asked;
    private Problem trouble = Problem.TEMPORARILY_UNAVAILABLE;
    private boolean isBodyHere;
    private boolean isBodyAwaited;
    private boolean isOver;
    /// Of what is awaited now; what that is may change.
    private long since = System.nanoTime();
    private long written;

    /// @param atEnd is run once when the answer is out, or the caller gone
    Exchange(HttpServerRequest request, Upstream upstream, Limits limits, Consumer<Exchange> atEnd) {
        this.request = request;
        this.upstream = upstream;
        this.limits = limits;
        this.atEnd = atEnd;
    }

    void begin() {
        request.end().onSuccess(_ -> bodyIsHere());
        request.response().endHandler(_ -> end());
        var small = hasSmallBody();
        var seats = small ? upstream.requests() : upstream.uploads();
        isBodyAwaited = small;
        var read = small ? request.body() : Future.<@Nullable Buffer>succeededFuture();
        if (!small) {
            request.pause();
        }
        read.onSuccess(body -> {
            if (small) {
                bodyIsHere();
            }
            smallBody = body;
            seats.take().onSuccess(_ -> sit(seats)).onFailure(_ -> refuse(Problem.TEMPORARILY_UNAVAILABLE));
        });
    }

    /// Answers in place of the service.
    void refuse(Problem problem) {
        if (!isOver && !request.response().ended()) {
            problem.answer(request, !isBodyHere);
        }
    }

    /// Whether something may still come that nobody reads.
    boolean isBodyOpen() {
        return !isBodyHere;
    }

    /// Ends what takes too long.
    void look(long now) {
        var response = request.response();
        if (response.headWritten()) {
            lookAtAnswer(now);
        } else if (isBodyAwaited) {
            var inTime = limits.body().toNanos() + request.bytesRead() * 1_000_000_000L / limits.slowest();
            if (now - since > inTime) {
                giveUp(Problem.BODY_TOO_SLOW);
            }
        } else if (asked != null && now - since > answerWithin().toNanos()) {
            giveUp(Problem.ANSWER_OVERDUE);
        }
    }

    /// The answer is out, or the caller gone.
    void end() {
        if (isOver) {
            return;
        }
        isOver = true;
        leaveSeat();
        if (!isBodyHere || !request.response().ended()) {
            reset();
        }
        atEnd.accept(this);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var passed = context.request().setURI(upstream.path());
        // It has been answered here.
        passed.headers().remove(HttpHeaders.EXPECT);
        sayHowAsked(passed.headers());
        if (smallBody != null) {
            passed.setBody(smallBody.length() == 0 ? null : Body.body(smallBody));
        }
        return context.sendRequest()
                .recover(_ -> Future.succeededFuture(trouble.in(passed.release().response())));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var answer = context.response();
        if (isOver || isStream(answer) && !moveToStreams()) {
            answer.getBody().stream().exceptionHandler(_ -> {});
            reset();
            return trouble.in(answer.request().response()).send();
        }
        if (answer.getStatusCode() == NOT_MODIFIED || answer.getStatusCode() == NO_CONTENT) {
            leaveOutBody(answer);
        }
        return context.sendResponse();
    }

    /// Whoever writes whole addresses has to know how the caller reached this one; what stands before the gateway, as
    /// for TLS, knows it better and has said so.
    private void sayHowAsked(MultiMap headers) {
        var authority = request.authority();
        if (authority != null && !headers.contains(FORWARDED_HOST)) {
            headers.set(FORWARDED_HOST, authority.toString());
        }
        if (!headers.contains(FORWARDED_PROTO)) {
            headers.set(FORWARDED_PROTO, request.scheme());
        }
    }

    /// A length, or chunks, would announce a body (RFC 9110, 8.6 and 15.4.5). With a reason of its own vert.x would
    /// not know the status again.
    private void leaveOutBody(ProxyResponse answer) {
        answer.getBody().stream().resume();
        answer.setBody(null).setStatusMessage(null);
        var response = request.response();
        response.headersEndHandler(_ -> response.headers().remove(HttpHeaders.CONTENT_LENGTH));
    }

    private void sit(Seats taken) {
        if (isOver) {
            taken.leave();
            return;
        }
        seat = taken;
        since = System.nanoTime();
        isBodyAwaited = !isBodyHere;
        HttpProxy.reverseProxy(NO_TUNNELS, upstream.client())
                .origin(_ -> upstream.connect().compose(this::ask))
                .addInterceptor(this)
                .handle(request);
    }

    private Future<HttpClientRequest> ask(HttpClientRequest connected) {
        // What fails is told by the answer that does not come; else it would be told on the console as well.
        asked = connected.exceptionHandler(_ -> {});
        if (isOver) {
            reset();
            return Future.failedFuture("nobody waits for the answer");
        }
        return Future.succeededFuture(connected);
    }

    private void bodyIsHere() {
        isBodyHere = true;
        isBodyAwaited = false;
        since = System.nanoTime();
    }

    private void lookAtAnswer(long now) {
        var response = request.response();
        if (written != response.bytesWritten() || !response.ended() && !response.writeQueueFull()) {
            written = response.bytesWritten();
            since = now;
        } else if (now - since > limits.stalled().toNanos()) {
            Callers.letGo(request.connection());
        }
    }

    private void giveUp(Problem problem) {
        trouble = problem;
        if (asked == null) {
            refuse(problem);
        } else {
            reset();
        }
    }

    private void reset() {
        if (asked != null) {
            asked.reset();
        }
    }

    private boolean moveToStreams() {
        var free = upstream.streams().takeNow();
        if (free) {
            leaveSeat();
            seat = upstream.streams();
        }
        return free;
    }

    private void leaveSeat() {
        if (seat != null) {
            seat.leave();
            seat = null;
        }
    }

    private Duration answerWithin() {
        return ASKING.contains(request.method()) ? limits.answer() : limits.longAnswer();
    }

    private static boolean isStream(ProxyResponse answer) {
        var type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    private boolean hasSmallBody() {
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return false;
        }
        try {
            var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null || Long.parseLong(length) <= limits.smallBody();
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /// Whether its head announces a body.
    static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }
}
