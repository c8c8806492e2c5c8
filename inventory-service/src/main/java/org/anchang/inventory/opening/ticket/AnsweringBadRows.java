package org.anchang.inventory.opening.ticket;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.anchang.kit.problem.RefusedMapper;
import org.anchang.kit.problem.Words;

/// Bad rows become a problem document, or the file that the caller asked for.
@Provider
public class AnsweringBadRows implements ExceptionMapper<BadRows> {
    public static final String CSV = "text/csv";

    @Context
    HttpHeaders headers;

    @Inject
    Words words;

    @Override
    public Response toResponse(BadRows bad) {
        var refused = bad.refused(words);
        var first = headers.getAcceptableMediaTypes().getFirst();
        return CSV.equals(first.getType() + "/" + first.getSubtype())
                ? Response.status(refused.refusal().status())
                        .type(CSV + ";charset=UTF-8")
                        .entity(bad.csv(words))
                        .build()
                : new RefusedMapper().toResponse(refused);
    }
}
