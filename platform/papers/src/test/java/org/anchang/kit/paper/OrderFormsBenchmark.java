package org.anchang.kit.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// PAP-1: 100 order forms, three copies each, from their content to the PDF.
@Tag("benchmark")
class OrderFormsBenchmark {
    private static final Logger LOG = Logger.getLogger(OrderFormsBenchmark.class);
    private static final int FORMS = 100;
    private static final int FIRST = 20;

    private final Template template = OfficePapers.named("order-form");
    private final Content content = OfficePapers.filled(template);
    private final PaperPdf pdf = new PaperPdf(Optional.empty());

    @Test
    @DisplayName("PAP-1 how many order forms a second come out as PDF")
    void orderForms() {
        make(FIRST);
        var begun = System.nanoTime();
        var bytes = make(FORMS);
        var seconds = (System.nanoTime() - begun) / 1e9;
        LOG.infof(
                "%d order forms as PDF: %.1f s, %.1f a second, %,d bytes each",
                FORMS, seconds, FORMS / seconds, bytes / FORMS);
        assertThat(seconds).isLessThan(FORMS);
    }

    private long make(int forms) {
        var bytes = 0L;
        for (int nth = 0; nth < forms; nth++) {
            bytes += pdf.of(PrintPage.of(template.filled(content), OfficePapers.HEAD)).length;
        }
        return bytes;
    }
}
