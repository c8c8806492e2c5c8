package org.anchang.doc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/// Writes what the doc comments of records say to a file beside the classes, from where the interface document takes
/// it: a member is described once, where it is declared.
///
/// A line begins with `org.anchang.deal.Price` for the record or `org.anchang.deal.Price#total` for a component; a tab
/// and the text follow, in which a new line is `\\n`.
@SupportedAnnotationTypes("*")
public final class DocComments extends AbstractProcessor {
    /// Where they stand among the resources of a module.
    public static final String FILE = "META-INF/anchang/doc-comments.tsv";

    private final Map<String, String> found = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).forEach(this::read);
        if (round.processingOver() && !found.isEmpty()) {
            write();
        }
        return false;
    }

    private void read(TypeElement type) {
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::read);
        if (type.getKind() == ElementKind.RECORD) {
            var name = processingEnv.getElementUtils().getBinaryName(type).toString();
            var comment = commentOf(type);
            keep(name, comment.said());
            comment.parameters().forEach((component, said) -> keep(name + "#" + component, said));
        }
    }

    private DocComment commentOf(Element element) {
        var written = processingEnv.getElementUtils().getDocComment(element);
        return DocComment.of(written == null ? "" : written);
    }

    private void keep(String name, String said) {
        if (!said.isEmpty()) {
            found.put(name, said);
        }
    }

    private void write() {
        try (var file = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", FILE)
                .openWriter()) {
            for (var entry : found.entrySet()) {
                file.write(entry.getKey() + "\t" + entry.getValue().replace("\n", "\\n") + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
