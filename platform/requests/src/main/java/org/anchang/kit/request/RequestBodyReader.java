package org.anchang.kit.request;

import static org.anchang.kit.problem.Refused.refuse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.anchang.kit.file.SentFile;
import org.anchang.kit.problem.KitRefusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Reads the JSON body of a request, strictly ([RequestJson]) and no more of it than the method takes ([LargeBody]):
/// what is read is counted, whatever its sender says.
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.APPLICATION_JSON)
public class RequestBodyReader implements MessageBodyReader<Object> {
    private static final int KIB = 1024;

    private final ObjectMapper json;
    private final int most;
    private final long mostOfAnything;

    RequestBodyReader(
            ObjectMapper json,
            @ConfigProperty(name = "anchang.json.most-bytes") MemorySize most,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostOfAnything) {
        this.json = RequestJson.strict(json);
        this.most = Math.toIntExact(most.asLongValue());
        this.mostOfAnything = mostOfAnything.asLongValue();
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type != SentFile.class;
    }

    /// @return null if there is no body
    @Override
    @SuppressWarnings("NullAway") // the interface knows no null, the framework does
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var bytes = read(body, mostOf(annotations));
        if (bytes.length == 0) {
            return null;
        }
        try (var parser = json.createParser(bytes)) {
            return read(parser, generic);
        } catch (CharConversionException e) {
            throw UnreadJson.notUnderstood(e, null);
        }
    }

    private Object read(JsonParser parser, Type type) throws IOException {
        try {
            return json.readerFor(json.constructType(type)).readValue(parser);
        } catch (IOException e) {
            throw UnreadJson.notUnderstood(e, parser);
        }
    }

    private int mostOf(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(LargeBody.class::isInstance)
                .map(LargeBody.class::cast)
                .findFirst()
                .map(large -> large.kib() * KIB)
                .orElse(most);
    }

    private byte[] read(InputStream body, int most) throws IOException {
        var bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            // Many a client reads the answer only when it has sent everything: the rest is taken off the line.
            body.skip(mostOfAnything);
            throw refuse(KitRefusal.TOO_LARGE).with("mostBytes", most);
        }
        return bytes;
    }
}
