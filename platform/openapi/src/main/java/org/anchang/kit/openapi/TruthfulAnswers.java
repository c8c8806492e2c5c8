package org.anchang.kit.openapi;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.anchang.kit.identity.Role;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/// Makes a service's interface document say what the kit does around each method: the status it really answers
/// with, the type of a file that it gives, the idempotency key it takes, and the problems it can end in.
final class TruthfulAnswers {
    static final String KEY = "Idempotency-Key";
    private static final String PROBLEM = "application/problem+json";

    /// As `quarkus.smallrye-openapi.security-scheme-name` says.
    private static final String SCHEME = "bearer";

    private static final Set<Integer> NEEDS_ACCOUNT = Set.of(401, 403);
    private static final Map<Integer, String> PROBLEMS = Map.ofEntries(
            entry(400, "The Idempotency-Key header is missing"),
            entry(401, "No valid access token"),
            entry(403, "The caller's role may not do this"),
            entry(404, "There is no such thing, or it is not the caller's to see"),
            entry(406, "The Accept header takes nothing that is given here"),
            entry(409, "Somebody was first, the thing is at the wrong stage, or the same command is running"),
            entry(412, "Somebody changed it since the ETag was read"),
            entry(413, "The body is larger than this operation takes; `mostBytes` says how large it may be"),
            entry(422, "The request breaks a rule or is not understood"),
            entry(428, "The If-Match header is missing"));

    private final ResourceMethods methods;

    TruthfulAnswers(ResourceMethods methods) {
        this.methods = methods;
    }

    void nameIn(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((verb, operation) -> complete(path, verb, operation)));
    }

    private void complete(String path, HttpMethod verb, Operation operation) {
        var method = methods.of(verb.name(), path);
        method.flatMap(ResourceMethods::statusOf).ifPresent(status -> {
            var success = answersWith(operation, status);
            var files = ResourceMethods.filesOf(method.get());
            if (!files.isEmpty()) {
                success.setContent(content(files));
            }
        });
        var isIdempotent = method.map(ResourceMethods::isIdempotent).orElse(false);
        if (isIdempotent) {
            takesKey(operation);
        }
        var isForAnybody = method.map(ResourceMethods::isForAnybody).orElse(false);
        if (isForAnybody) {
            operation.setSecurity(null);
            operation.addExtension("x-for-anybody", true);
        } else if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
            // No roles: open to whoever is signed in.
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SCHEME));
        } else {
            operation.setSecurity(operation.getSecurity().stream()
                    .map(TruthfulAnswers::roleByRole)
                    .toList());
        }
        if (method.map(ResourceMethods::isForWallScreens).orElse(false)) {
            operation.addExtension("x-wall-screens", true);
        }
        var answers = new TreeMap<>(operation.getResponses().getAPIResponses());
        answers.remove("400");
        var problems = problems(operation, verb != HttpMethod.GET, isIdempotent);
        if (isForAnybody) {
            problems.removeAll(NEEDS_ACCOUNT);
        }
        for (var status : problems) {
            answers.put(String.valueOf(status), problem(requireNonNull(PROBLEMS.get(status))));
        }
        var responses = OASFactory.createAPIResponses();
        answers.forEach(responses::addAPIResponse);
        operation.setResponses(responses.defaultValue(problem("The service cannot answer now, or a fault of ours")));
    }

    /// What the scanner took for granted, 200 or 201 or 204, becomes what the method says.
    private static APIResponse answersWith(Operation operation, int status) {
        var responses = operation.getResponses();
        APIResponse found = null;
        for (var guessed : List.of("200", "201", "204")) {
            if (responses.hasAPIResponse(guessed)) {
                found = responses.getAPIResponse(guessed);
                responses.removeAPIResponse(guessed);
            }
        }
        var success = found == null ? OASFactory.createAPIResponse() : found;
        success.setDescription(
                switch (status) {
                    case 201 -> "Created";
                    case 204 -> "Done";
                    default -> "OK";
                });
        if (status == 204) {
            success.setContent(null);
        }
        responses.addAPIResponse(String.valueOf(status), success);
        return success;
    }

    /// Pages and drawings are texts, other files bytes.
    private static Content content(List<String> types) {
        var content = OASFactory.createContent();
        for (var type : types) {
            var schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
            if (!type.startsWith("text/") && !type.endsWith("+xml")) {
                schema.setFormat("binary");
            }
            content.addMediaType(type, OASFactory.createMediaType().schema(schema));
        }
        return content;
    }

    private static void takesKey(Operation operation) {
        var key = parameters(operation).stream()
                .filter(parameter -> KEY.equals(parameter.getName()))
                .findFirst()
                .orElseGet(() -> {
                    var added = OASFactory.createParameter().name(KEY);
                    operation.addParameter(added);
                    return added;
                });
        key.in(Parameter.In.HEADER)
                .required(true)
                .description("Chosen by the caller; the same key with the same request is done once and answered alike")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(100));
    }

    private static Set<Integer> problems(Operation operation, boolean isCommand, boolean isIdempotent) {
        var problems = new LinkedHashSet<>(Set.of(401, 403));
        if (isIdempotent) {
            problems.add(400);
        }
        if (isCommand) {
            problems.addAll(Set.of(404, 409, 422));
        }
        if (operation.getRequestBody() != null) {
            problems.add(413);
        }
        if (operation.getResponses().getAPIResponses().values().stream().anyMatch(TruthfulAnswers::givesSomething)) {
            problems.add(406);
        }
        for (var parameter : parameters(operation)) {
            if (parameter.getIn() == Parameter.In.PATH) {
                problems.add(404);
            } else if (parameter.getIn() == Parameter.In.QUERY) {
                problems.add(422);
            } else if ("If-Match".equalsIgnoreCase(parameter.getName())) {
                problems.addAll(Set.of(412, 428));
            }
        }
        return problems;
    }

    private static boolean givesSomething(APIResponse answer) {
        var content = answer.getContent();
        return content != null && !content.getMediaTypes().isEmpty() && !content.hasMediaType(PROBLEM);
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static SecurityRequirement roleByRole(SecurityRequirement named) {
        var each = OASFactory.createSecurityRequirement();
        named.getSchemes()
                .forEach((scheme, roles) -> each.addScheme(scheme, List.of(Role.each(roles.toArray(String[]::new)))));
        return each;
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                PROBLEM,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(ProblemSchema.NAME))));
    }
}
