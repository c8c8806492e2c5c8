package org.anchang.office.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.util.List;

/// A service as one request sees it.
///
/// @param path  where the service has what is asked for
/// @param ports of its replicas, in the order in which they are tried
record Upstream(HttpClient client, Crowd crowd, String path, List<Integer> ports) {

    /// Who is at a service at once; commands and questions, what is sent to it in length, and open streams do not take
    /// each other's place.
    record Crowd(Seats requests, Seats uploads, Seats streams) {}

    Seats requests() {
        return crowd.requests();
    }

    Seats uploads() {
        return crowd.uploads();
    }

    Seats streams() {
        return crowd.streams();
    }

    /// The first replica that takes the connection. Nothing of the request has been sent before, so this is safe.
    Future<HttpClientRequest> connect() {
        var attempt = Future.<HttpClientRequest>failedFuture("no replica");
        for (var port : ports) {
            attempt = attempt.recover(_ ->
                    client.request(new RequestOptions().setHost("127.0.0.1").setPort(port)));
        }
        return attempt;
    }
}
