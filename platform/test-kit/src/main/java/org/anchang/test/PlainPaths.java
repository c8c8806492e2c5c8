package org.anchang.test;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Answers in which a path of names and numbers, such as `items[0].state`, is simply followed.
///
/// REST Assured compiles a Groovy script whenever it is asked for a path, which takes eight milliseconds of the
/// processor, more than the whole request. Here it gets only what is more than names and numbers.
final class PlainPaths implements Filter {
    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        return (Response) Proxy.newProxyInstance(
                Response.class.getClassLoader(),
                new Class<?>[] {Response.class},
                (_, method, arguments) -> ask(response, method, arguments));
    }

    private static @Nullable Object ask(Response response, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (response.contentType().contains("json")) {
            if (method.getName().equals("jsonPath") && arguments == null) {
                return new Document(response.asString());
            }
            if (method.getName().equals("path") && arguments != null && ((String[]) arguments[1]).length == 0) {
                return new Document(response.asString()).get((String) arguments[0]);
            }
        }
        try {
            return method.invoke(response, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static final class Document extends JsonPath {
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]\\w*(\\[\\d+])*(\\.[A-Za-z_]\\w*(\\[\\d+])*)*");
        private static final Pattern STEP = Pattern.compile("\\.?(\\w+)|\\[(\\d+)]");
        /// What Groovy asks of the list itself rather than of its items.
        private static final Set<String> OF_LISTS = Set.of("class", "empty", "first", "last");

        private static final Object ASK_GROOVY = new Object();

        private final JsonPath whole;
        private String root = "";

        Document(String text) {
            super(text);
            whole = new JsonPath(text);
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
            Object at = whole.get("$");
            for (var step = STEP.matcher(path); step.find() && at != ASK_GROOVY; ) {
                at = step.group(1) == null ? item(at, Integer.parseInt(step.group(2))) : member(at, step.group(1));
            }
            return at;
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
