package org.anchang.office.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Answers of the gateway itself, in the form of the services' own problem documents.
enum Problem {
    REQUEST_NOT_UNDERSTOOD(400, "This is no HTTP request that can be read.", "无法读取该 HTTP 请求。"),
    ADDRESS_NOT_PLAIN(
            400,
            "The path has segments or characters that could be read in two ways; write it out.",
            "路径中含有可能被误读的片段或字符，请写出完整路径。"),
    NOT_FOUND(404, "No service has this address.", "没有服务使用此地址。"),
    BODY_TOO_SLOW(408, "The body did not come in time; send it again.", "未能及时收到请求内容，请重新发送。"),
    ADDRESS_TOO_LONG(414, "The address is too long.", "地址过长。"),
    HEADERS_TOO_LARGE(431, "The request's headers are too large.", "请求头过大。"),
    TEMPORARILY_UNAVAILABLE(503, "The service cannot answer at this moment; try again shortly.", "服务暂时无法响应，请稍后再试。"),
    ANSWER_OVERDUE(
            504,
            "The service has not answered in time; look whether it was done before you try again.",
            "服务未能及时响应；请先查看是否已办理，再重试。");

    private static final String AGAIN_AFTER_SECONDS = "1";

    private final int status;
    private final String english;
    private final String chinese;

    Problem(int status, String english, String chinese) {
        this.status = status;
        this.english = english;
        this.chinese = chinese;
    }

    /// Answers; a connection on which something is still to come that nobody reads ends with that.
    ///
    /// @param last whether it is the connection's last answer
    void answer(HttpServerRequest request, boolean last) {
        var response = request.response().setStatusCode(status);
        head(response.headers());
        if (last) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.end(document(request));
    }

    /// In place of what a service would have answered.
    ProxyResponse in(ProxyResponse answer) {
        var request = answer.request().proxiedRequest();
        head(answer.headers());
        return answer.setStatusCode(status).setBody(Body.body(document(request)));
    }

    private void head(MultiMap headers) {
        headers.set(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (this == TEMPORARILY_UNAVAILABLE) {
            headers.set("Retry-After", AGAIN_AFTER_SECONDS);
        }
    }

    private Buffer document(HttpServerRequest request) {
        return new JsonObject()
                .put(
                        "type",
                        "urn:anchang:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("status", status)
                .put("title", wantsChinese(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)) ? chinese : english)
                .put("instance", request.path())
                .put("code", name())
                .put("rule", "-")
                .toBuffer();
    }

    private static boolean wantsChinese(@Nullable String languages) {
        try {
            return languages != null
                    && Locale.CHINESE.equals(Locale.lookup(
                            Locale.LanguageRange.parse(languages), List.of(Locale.ENGLISH, Locale.CHINESE)));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
