package org.anchang.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    @DisplayName("a full page has a cursor that leads to the item after its last; the last page has none")
    void cursors() {
        var request = new PageRequest(2, null);
        var first = Page.of(List.of("a", "b", "c"), request, item -> List.of("key", item));

        assertThat(first.items()).containsExactly("a", "b");
        assertThat(new PageRequest(2, first.next()).after()).contains(List.of("key", "b"));
        assertThat(Page.of(List.of("c"), request, item -> List.of(item)).next()).isNull();
    }

    @Test
    @DisplayName("a cursor that no list gave out is refused")
    void strangeCursors() {
        assertRefused(() -> new PageRequest(2, "%%%").after(), KitRefusal.CURSOR_NOT_UNDERSTOOD);
        assertRefused(() -> new PageRequest(2, "YWJj").afterId(), KitRefusal.CURSOR_NOT_UNDERSTOOD);
        assertRefused(() -> new PageRequest(2, "YQBi").after(), KitRefusal.CURSOR_NOT_UNDERSTOOD);
    }

    @Test
    @DisplayName("an edit needs the ETag that was read: missing is 428, stale is 412")
    void etags() {
        ETags.match(List.of("\"7\""), 7);
        ETags.match(List.of("*"), 7);
        assertRefused(() -> ETags.match(List.of(), 7), KitRefusal.IF_MATCH_MISSING);
        assertRefused(() -> ETags.match(List.of("\"6\""), 7), KitRefusal.CHANGED_MEANWHILE);
    }

    @Test
    @DisplayName("If-Match may list tags, on several lines too; one that is said to be weak matches nothing")
    void listsOfEtags() {
        ETags.match(List.of("\"5\", \"7\""), 7);
        ETags.match(List.of("\"5\",\"6\"", "W/\"7\",\"7\""), 7);
        for (var none : List.of("W/\"7\"", "\"5\", W/\"7\"", "7", "\"77\"", "\"5,7\"")) {
            assertRefused(() -> ETags.match(List.of(none), 7), KitRefusal.CHANGED_MEANWHILE);
        }
    }

    private static void assertRefused(Runnable attempt, KitRefusal refusal) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
