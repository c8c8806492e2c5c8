package org.anchang.system.console;

import com.google.gson.Gson;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the live table costs the browser: 3,000 cells of which fifty change each second, against the same grid
/// written by hand. What comes down the line is made up here, so that the office's own time is no part of the figure.
final class GridBudget {
    private static final int FLOORS = 100;
    private static final int ROOMS = 30;
    private static final int MILLIS = 6_000;

    /// A stream that says what the test has it say.
    private static final String STREAM = """
            window.EventSource = class extends EventTarget {
              static CLOSED = 2
              constructor() { super(); window.stream = this; setTimeout(() => this.onopen?.(new Event('open'))) }
              close() {}
            }""";

    /// Fifty times a second, one cell after the other from all over the grid.
    private static final String CHANGES = """
            async ([units, millis, plain]) => {
              const states = ['AVAILABLE', 'HELD', 'RESERVED', 'SUBSCRIBED']
              let written = new Map()
              if (plain) {
                const grid = document.querySelector('.grid').cloneNode(true)
                document.body.replaceChildren(grid)
                written = new Map([...grid.querySelectorAll('[data-unit]')].map((one) => [one.dataset.unit, one]))
              }
              let count = 0
              const end = performance.now() + millis
              await new Promise((done) => {
                const timer = setInterval(() => {
                  if (performance.now() > end) { clearInterval(timer); done(); return }
                  const unit = units[(count * 37) % units.length]
                  const state = states[count++ % states.length]
                  if (plain) {
                    const cell = written.get(unit.unit)
                    cell.className = cell.className.replace(/state-\\w+/, 'state-' + state).replace(/ ?beat-\\d/, '') + ' beat-' + count % 2
                    cell.setAttribute('aria-label', unit.label + state)
                  } else {
                    const data = JSON.stringify({ ...unit, state })
                    window.stream.dispatchEvent(new MessageEvent('message', { data, lastEventId: String(count) }))
                  }
                }, 20)
              })
              return count
            }""";

    private final Page page;
    private final CDPSession browser;
    private final List<Map<String, String>> units = new ArrayList<>();

    /// @param page that nobody has opened the table on
    GridBudget(Page page) {
        this.page = page;
        browser = page.context().newCDPSession(page);
        browser.send("Performance.enable");
        IntStream.range(0, FLOORS * ROOMS).mapToObj(GridBudget::unit).forEach(units::add);
        page.addInitScript(STREAM);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
    }

    /// How many times the processor time of plain writes the table takes.
    double ratio() {
        page.route("**/console/api/v1/sales-control/*", this::answer);
        page.navigate("/console/table");
        page.locator("[data-unit]")
                .nth(FLOORS * ROOMS - 1)
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        var table = spent(false);
        var plain = spent(true);
        System.out.printf(
                "the grid at 50 changes a second: %.2f s of processor time, written by hand %.2f s%n", table, plain);
        return table / plain;
    }

    /// Seconds of the page's thread.
    private double spent(boolean plain) {
        var before = busy();
        page.evaluate(CHANGES, List.of(units, MILLIS, plain));
        return busy() - before;
    }

    private double busy() {
        for (var metric : browser.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
                return metric.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("this browser does not tell how busy it is");
    }

    private void answer(Route route) {
        var floors = IntStream.range(0, FLOORS)
                .mapToObj(floor -> Map.of(
                        "floor",
                        String.valueOf(FLOORS - floor),
                        "units",
                        units.subList(floor * ROOMS, (floor + 1) * ROOMS)))
                .toList();
        var building = Map.of(
                "id",
                "b",
                "name",
                "大楼",
                "floors",
                floors,
                "totals",
                Map.of("units", FLOORS * ROOMS, "area", "0", "value", "0"));
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(new Gson().toJson(Map.of("version", 1, "buildings", List.of(building)))));
    }

    private static Map<String, String> unit(int number) {
        var floor = FLOORS - number / ROOMS;
        var room = "%d%02d".formatted(floor, number % ROOMS + 1);
        return Map.of(
                "unit", "u" + number,
                "building", "b",
                "section", "1",
                "floor", String.valueOf(floor),
                "room", room,
                "label", "大楼-" + room,
                "state", "AVAILABLE",
                "productType", "RESIDENCE",
                "total", "1000000.00");
    }
}
