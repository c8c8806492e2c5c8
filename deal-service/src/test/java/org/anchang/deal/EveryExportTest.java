package org.anchang.deal;

import static org.anchang.deal.TestOffice.ok;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.anchang.deal.printing.GeneratedLines;
import org.anchang.kit.export.ExportSource;
import org.anchang.test.Ask;
import org.anchang.test.EveryExport;
import org.anchang.test.OfficeBacking;
import org.anchang.test.Superuser;

@QuarkusTest
@QuarkusTestResource(OfficeBacking.class)
@QuarkusTestResource(InventoryStandIn.class)
class EveryExportTest extends EveryExport {
    @Inject
    @All
    List<ExportSource> sources;

    EveryExportTest() {
        super("deal");
    }

    @Override
    protected List<String> lists() {
        return sources.stream()
                .filter(source -> !(source instanceof GeneratedLines))
                .map(ExportSource::list)
                .toList();
    }

    @Override
    protected String fill() {
        var office = new TestOffice();
        for (var consultant : List.of(LI_NA, WANG_WEI)) {
            var deal = office.confirmed();
            var method = Map.of("type", "BANK_TRANSFER", "slip", TestOffice.freshSlip(), "accountNumber", "41050168-7");
            var deposit = Map.of("amount", "50000.00", "kind", "FULL", "method", method);
            ok(Ask.as(office.finance).post("/api/v1/deals/" + deal + "/deposits", deposit), 201);
            Superuser.run("""
                    UPDATE deal SET consultant = '%s', broker = '安居客王强', registration = 'BB-0001' WHERE id = '%s'""".formatted(consultant, deal));
        }
        return office.project;
    }
}
