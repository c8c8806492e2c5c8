package org.anchang.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.anchang.rehearsal.load.Arrivals.Curve;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RehearsalOptionsTest {
    @Test
    @DisplayName("What is not said is as usual")
    void options() {
        var options = RehearsalOptions.of(
                "--project",
                "yunshan",
                "--curve",
                "constant",
                "--minutes",
                "0.5",
                "--consultants",
                "a,b",
                "--buyers",
                "7");

        assertThat(options.project()).isEqualTo("yunshan");
        assertThat(options.copy()).isEqualTo("rehearsal");
        assertThat(options.release()).isNull();
        assertThat(options.curve()).isEqualTo(Curve.CONSTANT);
        assertThat(options.time()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.clerks().consultants()).isEqualTo(List.of("a", "b"));
        assertThat(options.buyers()).isEqualTo(7);
        assertThat(options.limits().p99()).isEqualTo(500);
        assertThat(RehearsalOptions.of("--project", "yunshan", "--consultants", "40")
                        .clerks()
                        .consultants())
                .hasSize(40)
                .startsWith("rehearsal.1", "rehearsal.2")
                .endsWith("rehearsal.40");
    }

    @Test
    @DisplayName("A mistake on the command line is told, and nothing is rehearsed")
    void mistakes() {
        refused("--project is missing");
        refused("--buyers is a number", "--project", "a", "--buyers", "many");
        refused("--curve is opening or constant", "--project", "a", "--curve", "round");
        refused("no such option: --hurry", "--project", "a", "--hurry", "1");
        refused("--url needs a value", "--project", "a", "--url");
        refused("must be more than 0", "--project", "a", "--buyers", "0");
        refused("not rehearsed in itself", "--project", "rehearsal");
    }

    private static void refused(String because, String... arguments) {
        assertThatThrownBy(() -> RehearsalOptions.of(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }
}
