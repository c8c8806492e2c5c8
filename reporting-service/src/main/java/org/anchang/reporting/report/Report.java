package org.anchang.reporting.report;

import static org.anchang.reporting.report.Part.AGE;
import static org.anchang.reporting.report.Part.BUILDING;
import static org.anchang.reporting.report.Part.CHANNEL;
import static org.anchang.reporting.report.Part.CONSULTANT;
import static org.anchang.reporting.report.Part.DAY;
import static org.anchang.reporting.report.Part.FORM;
import static org.anchang.reporting.report.Part.KIND;
import static org.anchang.reporting.report.Part.LAYOUT;
import static org.anchang.reporting.report.Part.NONE;
import static org.anchang.reporting.report.Part.PRODUCT_TYPE;
import static org.anchang.reporting.report.Part.REASON;
import static org.anchang.reporting.report.Part.WEEK;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// RPT-2: a report is the list of things that its figures count ([Things]): of each the figure it counts
/// in, who it is about, what it is called, when it happened, and what it weighs.
enum Report {
    /// How far the people have come, until today, whom the office met first in the period.
    FUNNEL_COHORT(Things.FUNNEL_COHORT, NONE, CHANNEL, CONSULTANT, WEEK),
    /// What happened in the period, whoever it was and since whenever they are known.
    FUNNEL_CALENDAR(Things.FUNNEL_CALENDAR, NONE, CHANNEL, CONSULTANT, WEEK, DAY),
    /// What was put on sale until now and how it stands; the measure is days on sale.
    SELL_THROUGH(Things.SELL_THROUGH, BUILDING, LAYOUT, PRODUCT_TYPE, NONE),
    /// FIN-1: money that counts in the period.
    COLLECTIONS(Things.COLLECTIONS, WEEK, DAY, KIND, CONSULTANT, NONE),
    /// COL-1: what falls due in the period: planned, paid of it, and open.
    FALLING_DUE(Things.FALLING_DUE, WEEK, DAY, KIND, CONSULTANT, NONE),
    /// COL-2: what fell due before today and is not paid; the measure is days of delay.
    OVERDUE(Things.OVERDUE, AGE, CONSULTANT, KIND, NONE),
    /// Consultants by what they did in the period.
    RANKING(Things.RANKING, CONSULTANT, WEEK, NONE),
    /// TRK-3: who was given up in the period, and why.
    NOT_BUYING(Things.NOT_BUYING, REASON, CONSULTANT, WEEK, NONE),
    /// CUS-4: how much the dossiers say, until today, of whom the office met first in the period; the
    /// measure is per cent.
    DOSSIERS(Things.DOSSIERS, CONSULTANT, CHANNEL, WEEK, NONE),
    /// REC-10: who received how many visitors in the period, and on what ground.
    RECEPTION(Things.RECEPTION, CONSULTANT, DAY, WEEK, NONE),
    /// Deals that ended in the period: refunds, forfeitures, voids; the amount is what the office kept.
    ENDINGS(Things.ENDINGS, REASON, CONSULTANT, WEEK, NONE),
    /// Forms that were decided in the period, or still run; the measure is hours.
    APPROVALS(Things.APPROVALS, FORM, CONSULTANT, WEEK, NONE);

    private final String things;
    private final List<Part> parts;

    Report(String things, Part... parts) {
        this.things = things;
        this.parts = List.of(parts);
    }

    /// SQL of the things, with the columns that [Things] tells.
    String things() {
        return things;
    }

    /// The first one is the usual one.
    List<Part> parts() {
        return parts;
    }

    /// What the notes of its things are, as words for them are called; most are numbers and names.
    String note() {
        return switch (this) {
            case FALLING_DUE, OVERDUE -> "kind";
            case NOT_BUYING, ENDINGS -> "reason";
            case SELL_THROUGH -> "state";
            case APPROVALS -> "form";
            case RANKING, RECEPTION -> "figure";
            case FUNNEL_COHORT, FUNNEL_CALENDAR, COLLECTIONS, DOSSIERS -> "note";
        };
    }

    /// Whether its things are nobody's, so that who sees only what is own sees them all (SEC-1).
    boolean isEverybodys() {
        return this == SELL_THROUGH;
    }

    private static final Map<Part, String> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(NONE, "''"),
            Map.entry(CHANNEL, "channel"),
            Map.entry(CONSULTANT, "person"),
            Map.entry(WEEK, "date_trunc('week', on_day)::date::text"),
            Map.entry(DAY, "on_day::text"),
            Map.entry(BUILDING, "building"),
            Map.entry(LAYOUT, "layout"),
            Map.entry(PRODUCT_TYPE, "product_type"),
            Map.entry(KIND, "kind_of"),
            Map.entry(AGE, "age"),
            Map.entry(REASON, "reason"),
            Map.entry(FORM, "form")));

    /// How the SQL of the things says by what they are parted.
    static String column(Part part) {
        return Objects.requireNonNull(COLUMNS.get(part));
    }
}
