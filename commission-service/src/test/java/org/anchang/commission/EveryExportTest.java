package org.anchang.commission;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
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
        super("commission");
    }

    @Override
    protected List<String> lists() {
        return sources.stream().map(ExportSource::list).toList();
    }

    @Override
    protected String fill() {
        var project = "exports-" + UUID.randomUUID().toString().substring(0, 13);
        Superuser.run("SET LOCAL session_replication_role = replica", """
                INSERT INTO commission_entry (id, commission, project, deal, consultant, kind, amount, reason, counts_on, made_at)
                SELECT gen_random_uuid(), gen_random_uuid(), '%s', gen_random_uuid(), whose, 'EARNED', 100.00, 'EARNED', '2026-11-02', now()
                FROM unnest(ARRAY['%s', '%s']) AS whose""".formatted(project, LI_NA, WANG_WEI));
        return project;
    }
}
