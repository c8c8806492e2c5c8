package org.anchang.customer.importing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.customer.importing.row.SourceSheet;
import org.anchang.kit.sheet.ReadSheet;
import org.anchang.kit.sql.Json;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A file of an older system: what it would do, and how far its run has come.
///
/// @param reason      sealed: why, for the history of customers whom it changes
/// @param read        what was read of its sheets
/// @param consultants whom it names as such, and who that is
/// @param fresh       rows of whom or what the project does not know yet
/// @param duplicates  rows that say more of what stands further up
/// @param atLine      the last line that is done with
/// @param worked      rows that are done with, bad ones apart
/// @param leftAlone   known and left as they are
/// @param merged      duplicates that have gone into the row further up
record CustomerImport(
        UUID id,
        String project,
        ImportKind kind,
        Format format,
        ImportState state,
        @Nullable ImportMode mode,
        @Nullable String reason,
        @Json List<ReadSheet> read,
        @Json List<SourceSheet> sheets,
        @Json List<NamedConsultant> consultants,
        int rows,
        int fresh,
        int known,
        int duplicates,
        int bad,
        long atLine,
        int worked,
        int added,
        int updated,
        int leftAlone,
        int merged,
        int failed,
        String sentBy,
        Instant sentAt,
        @Nullable String runBy,
        @Nullable Instant runAt,
        @Nullable Instant endedAt) {
    @Schema(name = "CustomerImportFormat")
    enum Format {
        CSV,
        XLSX
    }

    @Schema(name = "CustomerImportState")
    enum ImportState {
        /// Read, and nothing written yet.
        READY,
        RUNNING,
        STOPPED,
        DONE,
        /// Its rows are not kept any more.
        LAPSED
    }

    /// A consultant as the file names them.
    ///
    /// @param person absent: nobody of the roster, whose customers go to the pool
    record NamedConsultant(String written, @Nullable String person, int rows) {}

    /// What a run may still write.
    int toDo() {
        return rows - bad - worked;
    }

    boolean hasErrorFile() {
        return state != ImportState.LAPSED && bad + failed > 0;
    }
}
