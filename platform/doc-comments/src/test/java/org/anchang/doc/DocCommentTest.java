package org.anchang.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class DocCommentTest {
    @Test
    void parts() {
        var comment = DocComment.of("""
                 A price, as [Deal] shows it.

                 It is in yuan.

                 @param total   what is paid,
                     in yuan with two places (DEP-9)
                 @param version of the deal
                 @return nothing
                """);

        assertThat(comment.said()).isEqualTo("A price, as Deal shows it.\n\nIt is in yuan.");
        assertThat(comment.parameters())
                .containsExactly(
                        entry("total", "what is paid, in yuan with two places (DEP-9)"),
                        entry("version", "of the deal"));
    }

    @Test
    void nothing() {
        assertThat(DocComment.of("").said()).isEmpty();
    }
}
