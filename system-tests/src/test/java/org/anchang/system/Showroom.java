package org.anchang.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.anchang.client.Answer;
import org.anchang.office.Office;

/// A small project on sale with a first deal, for tests that look at it from outside.
public final class Showroom implements AutoCloseable {
    private final SalesFloor floor;

    private Showroom(SalesFloor floor) {
        this.floor = floor;
    }

    public static Showroom open(Office running, String project) {
        var floor = new SalesFloor(running, project).open(PriceLists.made("样板", 2, 6, 4));
        floor.subscribed(floor.wangLei);
        return new Showroom(floor);
    }

    public String freeUnit() {
        return floor.freeUnit();
    }

    /// What the project sets about its customers from today on.
    public void sets(String setting, String value) {
        floor.admin
                .post(
                        "/customer-settings/" + floor.project + "/" + setting,
                        Map.of("value", value, "validFrom", floor.today.toString(), "reason", "a test"))
                .done();
    }

    /// What somebody did so many days ago.
    public Answer did(String person, int daysAgo, String path, Object body) {
        var moment = Instant.now().minus(Duration.ofDays(daysAgo));
        return floor.office.person(person).at(moment).post(path, body).done();
    }

    /// How many holds the unit has now: none, or one.
    public int holdsOn(String unit) {
        return floor.siteManager.get("/units/" + unit).done().text("hold/id").isEmpty() ? 0 : 1;
    }

    /// Comes back when a deal is that far, which a screen that asks now and then shows later.
    public void awaitStage(String deal, String stage) {
        floor.waitFor(floor.siteManager, "/deals/" + deal, "stage", stage);
    }

    @Override
    public void close() {
        floor.close();
    }
}
