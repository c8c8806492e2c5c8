package org.anchang.inventory;

import static org.anchang.inventory.AnOffice.done;
import static org.anchang.inventory.AnOffice.holdOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchang.test.EveryRight;
import org.anchang.test.OfficeBacking;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class EveryRightTest extends EveryRight {
    @Override
    protected Furnished furnish() {
        var office = AnOffice.selling(3);
        var units = office.units();
        String hold = done(office.liNa.post("/api/v1/holds", holdOf(units.getFirst())))
                .path("id");
        done(office.consultant("zhao.min").post("/api/v1/holds", holdOf(units.get(1))));
        String place = done(office.liNa.post("/api/v1/waiting-places", holdOf(units.get(1))))
                .path("id");
        String adjustment = done(office.siteManager.post(
                        "/api/v1/price-adjustments",
                        Map.of(
                                "project",
                                office.project,
                                "selection",
                                Map.of("units", List.of(units.getLast())),
                                "rule",
                                Map.of("kind", "PERCENT", "value", "2"))))
                .path("id");
        return new Furnished(
                office.project,
                "li.na",
                Map.of("holds", hold, "waiting-places", place, "price-adjustments", adjustment),
                Set.of("holds", "waiting-places"));
    }
}
