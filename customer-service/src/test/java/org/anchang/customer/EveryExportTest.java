package org.anchang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.anchang.kit.clock.OfficeClock;
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
        super("customer");
    }

    @Override
    protected List<String> lists() {
        return sources.stream().map(ExportSource::list).toList();
    }

    @Override
    protected String fill() {
        var office = new Office();
        for (var consultant : List.of(LI_NA, WANG_WEI)) {
            var talk = Map.of(
                    "customer", office.customerOf(consultant),
                    "said", "介绍三号楼",
                    "response", "想看高层",
                    "resistance", "价格",
                    "intentGrade", "B",
                    "way", "CALL",
                    "nextPlanOn", LocalDate.now(OfficeClock.OFFICE_ZONE).plusDays(3));
            var answer = office.as(consultant).post("/api/v1/follow-ups", talk);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        }
        Superuser.run("""
                UPDATE customer SET gender = 'FEMALE', source = '朋友', broker = '安居客王强', registration = 'BB-0001', number = 'C' || number, bought_at = now()
                WHERE project = '%s' AND owner = '%s'""".formatted(office.project, WANG_WEI));
        return office.project;
    }
}
