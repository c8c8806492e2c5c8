package org.anchang.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.anchang.client.Person;

/// RPT-2: each manager of a project has been told once of a day's sheet, and with it of the week's and the month's
/// that end that day.
final class SheetsProof {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ADDRESS =
            Pattern.compile("/console/reports\\?project=([\\w-]+)&span=(\\w+)&day=(\\d{4}-\\d\\d-\\d\\d)");

    private SheetsProof() {}

    /// Whose hour has come is looked at each minute.
    static void holds(Person manager, String project, List<String> readers) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var log = manager.get("/sent-messages?kind=SHEET&limit=200&project=" + project)
                    .done()
                    .at("items");
            var told = new ArrayList<String>();
            var persons = new TreeSet<String>();
            for (var message : log) {
                told.add(message.path("person").asText() + " " + day(message, project));
                persons.add(message.path("person").asText());
                assertThat(message.path("state").asText()).isEqualTo("SENT");
            }
            assertThat(persons).containsExactlyInAnyOrderElementsOf(readers);
            assertThat(told).doesNotHaveDuplicates();
        });
    }

    private static LocalDate day(JsonNode message, String project) {
        var spans = new ArrayList<String>();
        var days = new TreeSet<LocalDate>();
        ADDRESS.matcher(message.path("text").asText()).results().forEach(address -> {
            assertThat(address.group(1)).isEqualTo(project);
            spans.add(address.group(2));
            days.add(LocalDate.parse(address.group(3)));
        });
        assertThat(days).as("days of %s", message).hasSize(1);
        var day = days.first();
        assertThat(spans).isEqualTo(ending(day));
        return day;
    }

    private static List<String> ending(LocalDate day) {
        var spans = new ArrayList<>(List.of("day"));
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            spans.add("week");
        }
        if (day.getDayOfMonth() == day.lengthOfMonth()) {
            spans.add("month");
        }
        return spans;
    }
}
