package org.anchang.inventory;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.anchang.kit.export.ExportSource;
import org.anchang.test.EveryExport;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
class EveryExportTest extends EveryExport {
    @Inject
    @All
    List<ExportSource> sources;

    EveryExportTest() {
        super("inventory");
    }

    @Override
    protected List<String> lists() {
        return sources.stream().map(ExportSource::list).toList();
    }

    @Override
    protected String fill() {
        var office = AnOffice.selling(2);
        var units = office.units();
        AnOffice.done(office.consultant(LI_NA).post("/api/v1/holds", AnOffice.holdOf(units.getFirst())));
        AnOffice.done(office.consultant(WANG_WEI).post("/api/v1/holds", AnOffice.holdOf(units.getLast())));
        Superuser.run(
                "SET LOCAL session_replication_role = replica",
                "UPDATE unit SET layout = '三室两厅', view = '湖景' WHERE project = '%s'".formatted(office.project),
                "UPDATE unit_price SET floor_price = list_total WHERE unit = '%s'".formatted(units.getFirst()));
        return office.project;
    }
}
