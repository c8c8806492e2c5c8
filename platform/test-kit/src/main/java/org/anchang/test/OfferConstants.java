package org.anchang.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The offers that are constants of a service's classes: what its answers can offer at all.
final class OfferConstants {
    private static final String OFFER = "org.anchang.kit.Offer";

    /// @param path as its resource has it
    record Constant(String where, String method, String path, Set<String> roles) {
        /// Among the operations of a document.
        Optional<Operation> in(InterfaceDocument document) {
            var addresses = Pattern.compile(Operation.bare(path).replaceAll("\\{[^}]+}", "[^/]+"));
            return document.operations().stream()
                    .filter(one -> one.verb().equals(method)
                            && addresses.matcher(one.path()).matches())
                    .findFirst();
        }

        /// Nobody is told who may not; of another service's command all are who may.
        boolean isFor(Operation operation, boolean isForeign) {
            return operation.roles().isEmpty()
                    || (isForeign
                            ? operation.roles().equals(roles)
                            : operation.roles().containsAll(roles));
        }

        @Override
        public String toString() {
            return where + ": " + method + " " + path + " " + roles;
        }
    }

    private OfferConstants() {}

    static List<Constant> of(JavaClasses service) {
        return service.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(one -> one.getTargetClass().getName().equals(OFFER)
                                || one.getTargetClass().getSimpleName().equals("Offered")))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC) && holdsOffers(field.getRawType()))
                .flatMap(field -> values(field).map(value -> constant(field, value)))
                .toList();
    }

    private static boolean holdsOffers(JavaClass type) {
        return type.getName().equals(OFFER)
                || type.getSimpleName().equals("Offered")
                || type.getName().equals("java.util.List");
    }

    private static Stream<Object> values(JavaField field) {
        try {
            var constant = Compiled.named(field.getOwner().getName()).getDeclaredField(field.getName());
            constant.setAccessible(true);
            var value = constant.get(null);
            return (value instanceof Collection<?> several ? several.stream() : Stream.of(value))
                    .map(one -> (Object) one)
                    .filter(one -> one.getClass().getSimpleName().equals("Offered")
                            || one.getClass().getName().equals(OFFER));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constant constant(JavaField field, Object value) {
        var offer = value.getClass().getName().equals(OFFER) ? value : told(value, "command");
        return new Constant(
                field.getOwner().getSimpleName() + "." + field.getName(),
                told(offer, "method").toString(),
                told(offer, "path").toString(),
                ((Collection<?>) told(offer, "roles"))
                        .stream().map(Object::toString).collect(Collectors.toSet()));
    }

    private static Object told(Object value, String component) {
        try {
            var method = value.getClass().getMethod(component);
            method.setAccessible(true);
            return method.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
