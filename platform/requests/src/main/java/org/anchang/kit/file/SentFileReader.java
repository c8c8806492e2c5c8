package org.anchang.kit.file;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/// Spools a body to a [SentFile] as it comes in.
@Provider
@Consumes(MediaType.WILDCARD)
public class SentFileReader implements MessageBodyReader<SentFile> {
    @Inject
    CurrentVertxRequest request;

    @Inject
    SentFiles files;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == SentFile.class;
    }

    @Override
    public SentFile readFrom(
            Class<SentFile> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var file = files.spool(body);
        request.getCurrent().addEndHandler(_ -> file.forget());
        return file;
    }
}
