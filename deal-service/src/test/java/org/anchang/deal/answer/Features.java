package org.anchang.deal.answer;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/// The features that offer something, as the container would find them.
final class Features {
    private Features() {}

    static List<Offers> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.anchang.deal").stream()
                        .filter(type -> type.isAssignableTo(Offers.class) && !type.isInterface())
                        .map(type -> made(type.reflect()))
                        .toList();
    }

    private static Offers made(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Offers) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
