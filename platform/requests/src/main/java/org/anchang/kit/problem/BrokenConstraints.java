package org.anchang.kit.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Members and parameters whose values break a constraint. In place of the library's mapper, which takes the
/// parameters of a bean (`limit`) for members of the body.
@Provider
@Priority(BrokenConstraints.BEFORE_THE_LIBRARYS)
public class BrokenConstraints extends ExceptionMapperBase<ConstraintViolationException> {
    static final int BEFORE_THE_LIBRARYS = 1;

    @Context
    ResourceInfo resource;

    @Override
    protected HttpProblem toProblem(ConstraintViolationException failure) {
        return HttpProblem.builder()
                .withStatus(KitRefusal.REQUEST_NOT_UNDERSTOOD.status())
                .with(
                        "violations",
                        failure.getConstraintViolations().stream()
                                .map(this::violation)
                                .toList())
                .build();
    }

    private Violation violation(ConstraintViolation<?> broken) {
        var path = new ArrayDeque<Path.Node>();
        broken.getPropertyPath().forEach(path::add);
        var message = broken.getMessage();
        path.poll();
        if (!(path.poll() instanceof Path.ParameterNode parameter)) {
            return Violation.In.unknown
                    .field(broken.getPropertyPath().toString())
                    .message(message);
        }
        var declared = resource.getResourceMethod().getParameters()[parameter.getParameterIndex()];
        if (declared.isAnnotationPresent(BeanParam.class) && path.peek() != null) {
            return parameter(field(declared.getType(), path), path).message(message);
        }
        return parameter(declared, path).message(message);
    }

    private static @Nullable AnnotatedElement field(Class<?> bean, Deque<Path.Node> path) {
        try {
            return bean.getDeclaredField(path.getFirst().getName());
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    private static Violation.MessageSupplier parameter(@Nullable AnnotatedElement declared, Deque<Path.Node> path) {
        if (declared != null) {
            if (declared.getAnnotation(QueryParam.class) instanceof QueryParam query) {
                return Violation.In.query.field(query.value());
            }
            if (declared.getAnnotation(PathParam.class) instanceof PathParam within) {
                return Violation.In.path.field(within.value());
            }
            if (declared.getAnnotation(HeaderParam.class) instanceof HeaderParam header) {
                return Violation.In.header.field(header.value());
            }
        }
        return Violation.In.body.field(path.stream()
                .map(Path.Node::toString)
                .filter(step -> !step.isBlank())
                .collect(Collectors.joining(".")));
    }
}
