package org.anchang.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An answer whose status, headers and text are simply told, and in which a path of names and numbers, such as
/// `items[0].state`, is simply followed.
///
/// REST Assured compiles a Groovy script whenever it is asked for a path, which takes eight milliseconds of the
/// processor, more than the whole request. Here it gets only what is more than that.
final class PlainAnswer implements InvocationHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Object[] NONE = {};

    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final long millis;
    private final Supplier<Response> restAssured;
    private @Nullable Response whole;
    private @Nullable Document document;

    private PlainAnswer(int status, Headers headers, byte[] body, long millis, Supplier<Response> restAssured) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.millis = millis;
        this.restAssured = restAssured;
    }

    /// @param millis from its request to its end
    static Response of(HttpResponse<byte[]> answer, long millis) {
        var headers = new Headers(answer.headers().map().entrySet().stream()
                .flatMap(named -> named.getValue().stream().map(value -> new Header(named.getKey(), value)))
                .toList());
        return plain(new PlainAnswer(answer.statusCode(), headers, answer.body(), millis, () -> new ResponseBuilder()
                .setStatusCode(answer.statusCode())
                .setHeaders(headers)
                .setContentType(headers.hasHeaderWithName("Content-Type") ? headers.getValue("Content-Type") : "")
                .setBody(answer.body())
                .build()));
    }

    static Response of(Response answer) {
        return plain(new PlainAnswer(
                answer.statusCode(), answer.headers(), answer.asByteArray(), answer.time(), () -> answer));
    }

    private static Response plain(PlainAnswer answer) {
        return (Response)
                Proxy.newProxyInstance(Response.class.getClassLoader(), new Class<?>[] {Response.class}, answer);
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        var given = arguments == null ? NONE : arguments;
        return switch (method.getName()) {
            case "statusCode", "getStatusCode" -> status;
            case "headers", "getHeaders" -> headers;
            case "header", "getHeader" -> headers.getValue((String) given[0]);
            case "contentType", "getContentType" -> contentType();
            case "asByteArray" -> body;
            case "time", "getTime" -> millis;
            case "timeIn", "getTimeIn" -> ((TimeUnit) given[0]).convert(millis, TimeUnit.MILLISECONDS);
            case "asString" -> isJson() && given.length == 0 ? text() : passOn(whole(), method, arguments);
            case "jsonPath" ->
                isJson() && given.length == 0 ? new Document(text()) : passOn(whole(), method, arguments);
            case "path" ->
                isJson() && ((String[]) given[1]).length == 0
                        ? document().get((String) given[0])
                        : passOn(whole(), method, arguments);
            case "then" ->
                Proxy.newProxyInstance(
                        ValidatableResponse.class.getClassLoader(),
                        new Class<?>[] {ValidatableResponse.class},
                        this::validate);
            default -> passOn(whole(), method, arguments);
        };
    }

    /// That the status is as it should be needs no more than a look.
    private @Nullable Object validate(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("statusCode") && arguments != null && arguments[0].equals(status)) {
            return self;
        }
        return passOn(whole().then(), method, arguments);
    }

    private static @Nullable Object passOn(Object to, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(to, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private synchronized Response whole() {
        var made = whole == null ? restAssured.get() : whole;
        whole = made;
        return made;
    }

    private synchronized Document document() {
        var read = document == null ? new Document(text()) : document;
        document = read;
        return read;
    }

    private String contentType() {
        return headers.hasHeaderWithName("Content-Type") ? headers.getValue("Content-Type") : "";
    }

    private boolean isJson() {
        return contentType().contains("json");
    }

    /// Of JSON, which is always written in UTF-8.
    private String text() {
        return new String(body, UTF_8);
    }

    static final class Document extends JsonPath {
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]\\w*(\\[\\d+])*(\\.[A-Za-z_]\\w*(\\[\\d+])*)*");
        private static final Pattern STEP = Pattern.compile("\\.?(\\w+)|\\[(\\d+)]");
        /// What Groovy asks of the list itself rather than of its items.
        private static final Set<String> OF_LISTS = Set.of("class", "empty", "first", "last");

        private static final Object ASK_GROOVY = new Object();

        private final String text;
        private @Nullable Object read;
        private String root = "";

        Document(String text) {
            super(text);
            this.text = text;
        }

        @Override
        public JsonPath setRootPath(String path) {
            root = path.isEmpty() ? "" : path + ".";
            return super.setRootPath(path);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable T get(String path) {
            var found = PLAIN.matcher(root + path).matches() ? follow(root + path) : ASK_GROOVY;
            return found == ASK_GROOVY ? super.get(path) : (T) found;
        }

        private @Nullable Object follow(String path) {
            var at = read();
            for (var step = STEP.matcher(path); step.find() && at != ASK_GROOVY; ) {
                at = step.group(1) == null ? item(at, Integer.parseInt(step.group(2))) : member(at, step.group(1));
            }
            return at;
        }

        private synchronized @Nullable Object read() {
            if (read == null) {
                try {
                    read = value(JSON.readTree(text));
                } catch (JsonProcessingException _) {
                    read = ASK_GROOVY;
                }
            }
            return read;
        }

        private static @Nullable Object value(JsonNode node) {
            return switch (node.getNodeType()) {
                case OBJECT -> {
                    var members = new LinkedHashMap<String, @Nullable Object>();
                    node.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
                    yield members;
                }
                case ARRAY -> {
                    var items = new ArrayList<@Nullable Object>();
                    node.forEach(item -> items.add(value(item)));
                    yield items;
                }
                case STRING -> node.textValue();
                case BOOLEAN -> node.booleanValue();
                case NULL -> null;
                case NUMBER -> number(node);
                default -> ASK_GROOVY;
            };
        }

        /// As REST Assured reads it: what has a point is a float, where it is not too large for one.
        private static Number number(JsonNode node) {
            if (node.isIntegralNumber()) {
                return node.numberValue();
            }
            if (Float.isFinite(node.floatValue())) {
                return node.floatValue();
            }
            return node.doubleValue();
        }

        private static @Nullable Object item(@Nullable Object at, int index) {
            if (at instanceof List<?> items) {
                return index < items.size() ? items.get(index) : null;
            }
            return ASK_GROOVY;
        }

        /// Of a list, the members of its items.
        private static @Nullable Object member(@Nullable Object at, String name) {
            if (at instanceof Map<?, ?> members) {
                return members.get(name);
            }
            if (!(at instanceof List<?> items) || OF_LISTS.contains(name)) {
                return ASK_GROOVY;
            }
            var found = new ArrayList<@Nullable Object>();
            for (var item : items) {
                if (item != null) {
                    found.add(member(item, name));
                }
            }
            return found.contains(ASK_GROOVY) ? ASK_GROOVY : found;
        }
    }
}
