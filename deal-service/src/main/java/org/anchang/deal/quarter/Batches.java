package org.anchang.deal.quarter;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anchang.events.InventoryEvent.UnitsReleased;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.sql.Database;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// RPT-1: the batches (推盘批次) of a project: its releases, numbered in the order in which they opened.
@ApplicationScoped
public class Batches {
    /// @param number   1 for the first that opened
    /// @param openedOn the office day on which its homes went on sale
    /// @param units    how many went on sale
    @Schema(name = "SalesBatch")
    public record Batch(UUID release, int number, LocalDate openedOn, int units) {}

    private record UnitOfBatch(UUID release, UUID unit) {}

    private static final String OPENED = """
            INSERT INTO sales_batch (release, project, opened_at) VALUES (:release, :project, :at) ON CONFLICT DO NOTHING""";
    private static final String UNIT =
            "INSERT INTO sales_batch_unit (release, unit) VALUES (:release, :unit) ON CONFLICT DO NOTHING";
    private static final String OF = """
            SELECT release, row_number() OVER (ORDER BY opened_at, release)::int AS number,
                   (opened_at AT TIME ZONE 'Asia/Shanghai')::date AS opened_on,
                   (SELECT count(*)::int FROM sales_batch_unit u WHERE u.release = b.release) AS units
            FROM sales_batch b WHERE project = :project ORDER BY opened_at, release""";

    @Inject
    Database database;

    @Transactional(Transactional.TxType.MANDATORY)
    public void opened(UnitsReleased released) {
        database.sql(OPENED)
                .with("release", released.release())
                .with("project", released.project())
                .with("at", released.at())
                .write();
        database.writeAll(
                UNIT,
                released.units().stream()
                        .map(unit -> new UnitOfBatch(released.release(), unit))
                        .toList());
    }

    /// The first one first.
    List<Batch> of(String project) {
        return database.sql(OF).with("project", project).rows(Batch.class);
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    Batch get(String project, int number) {
        return of(project).stream()
                .filter(batch -> batch.number() == number)
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }
}
