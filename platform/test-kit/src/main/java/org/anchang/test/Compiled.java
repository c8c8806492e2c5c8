package org.anchang.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A class as it was compiled: what stands in its methods, one instruction after the other, which ArchUnit does not
/// tell.
final class Compiled {
    /// The code of a method; that of a lambda is the code of the method in which it stands.
    ///
    /// @param name with its class, e.g. `TakingDeposit.take`
    record Method(String name, List<CodeElement> code) {}

    private final String name;
    private final ClassModel model;

    private Compiled(JavaClass type) {
        name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        try (var file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            model = ClassFile.of().parse(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Compiled> of(JavaClasses types) {
        return types.stream().filter(type -> type.getSource().isPresent()).map(Compiled::new);
    }

    /// Every one that has code, but for what a class prepares when it is loaded.
    Stream<Method> methods() {
        return model.methods().stream()
                .filter(method -> !method.methodName().equalsString("<clinit>"))
                .flatMap(method -> method.code().stream()
                        .map(code -> new Method(name + "." + written(method.methodName()), code.elementList())));
    }

    private static String written(Utf8Entry method) {
        return method.stringValue().replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
    }

    /// The texts in it.
    Stream<String> texts() {
        return StreamSupport.stream(model.constantPool().spliterator(), false)
                .filter(StringEntry.class::isInstance)
                .map(text -> ((StringEntry) text).stringValue());
    }

    String name() {
        return name;
    }

    /// The class of that name, which need not be ready for use.
    static Class<?> named(String name) {
        try {
            return Class.forName(name, false, Compiled.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The names of an enum's constants, in their order.
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(Field::isEnumConstant)
                .map(Field::getName)
                .toList();
    }
}
