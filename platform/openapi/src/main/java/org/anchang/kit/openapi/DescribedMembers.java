package org.anchang.kit.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/// Says of types and members what the doc comments of their records say, which were kept when these were compiled: a
/// member is described once, where it is declared. What has one meaning everywhere is said once for all
/// (`members.properties`).
final class DescribedMembers {
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final String KEPT = "META-INF/anchang/doc-comments.tsv";

    private final Map<String, List<ClassInfo>> records;
    private final Map<String, String> comments = new HashMap<>();
    private final Properties alike = new Properties();

    DescribedMembers(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(DescribedMembers::schemaOf));
        try {
            for (var file : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(KEPT))) {
                read(file);
            }
            try (var words = Objects.requireNonNull(getClass().getResourceAsStream("members.properties"))) {
                alike.load(new InputStreamReader(words, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void nameIn(OpenAPI document) {
        NamedSchemas.of(document).byName().forEach((name, schema) -> {
            var members = schema.getProperties() == null ? Map.<String, Schema>of() : schema.getProperties();
            var meant = called(name).stream()
                    .filter(record -> componentsOf(record).containsAll(members.keySet()))
                    .map(record -> record.name().toString())
                    .toList();
            describe(schema, meant, "");
            members.forEach((member, shape) -> {
                describe(shape, meant, "#" + member);
                if (shape.getDescription() == null && !meant.isEmpty()) {
                    shape.setDescription(alike.getProperty(member));
                }
            });
        });
    }

    /// Those that say that they are called so; where none does, those whose own name it is.
    private List<ClassInfo> called(String name) {
        var all = records.getOrDefault(name, List.of());
        var say =
                all.stream().filter(record -> !record.simpleName().equals(name)).toList();
        return say.isEmpty() ? all : say;
    }

    /// Its own name, where it does not say another.
    private static String schemaOf(ClassInfo record) {
        return Optional.ofNullable(record.declaredAnnotation(SCHEMA))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString)
                .orElseGet(record::simpleName);
    }

    private void describe(Schema schema, List<String> records, String ending) {
        if (schema.getDescription() == null) {
            saidAlike(records, ending).ifPresent(schema::setDescription);
        }
    }

    /// Nothing where records of one name say different things.
    private Optional<String> saidAlike(List<String> records, String ending) {
        var texts = records.stream()
                .map(record -> Optional.ofNullable(comments.get(record + ending)))
                .collect(Collectors.toSet());
        return texts.size() == 1 ? texts.iterator().next() : Optional.empty();
    }

    private static Set<String> componentsOf(ClassInfo record) {
        return record.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    private void read(URL file) throws IOException {
        try (var content = file.openStream()) {
            new String(content.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                var end = line.indexOf('\t');
                comments.put(line.substring(0, end), line.substring(end + 1).replace("\\n", "\n"));
            });
        }
    }
}
