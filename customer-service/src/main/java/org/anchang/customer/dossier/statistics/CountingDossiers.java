package org.anchang.customer.dossier.statistics;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.dossier.DossierValues;
import org.anchang.customer.dossier.consent.DossierKeys;
import org.anchang.customer.dossier.statistics.StatisticsResource.CountedGroup;
import org.anchang.customer.dossier.statistics.StatisticsResource.CountedInStage;
import org.anchang.customer.dossier.statistics.StatisticsResource.StatisticOfField;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.customer.dossier.template.DossierField.DossierOption;
import org.anchang.customer.dossier.template.FieldType;
import org.anchang.customer.dossier.template.Templates;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// CUS-5: opens one field of all dossiers of a project, counts, and forgets. What may not be read (CUS-7) is not
/// counted.
@ApplicationScoped
class CountingDossiers {
    private record SealedAnswer(UUID id, UUID key, String wrapped, String sealed, CountedStage stage) {}

    /// Sums in front, then stages.
    ///
    /// @param answered customers who gave any answer
    private record Counted(long[][] byAnswer, long[] answered) {}

    private static final int BATCH = 1000;
    private static final String VALUES = """
            SELECT v.id, v.key, v.wrapped, v.sealed,
                   CASE WHEN t.bought_at IS NOT NULL THEN 'CONTRACTED' WHEN t.has_deal THEN 'DEPOSIT'
                        WHEN t.is_given_up THEN 'GIVEN_UP' WHEN t.visited_at IS NOT NULL THEN 'VISITED' ELSE 'REGISTERED' END AS stage
            FROM counted_value v JOIN tracked_customer t ON t.project = v.project AND t.customer = v.customer
            WHERE v.project = :project AND v.field = :field
              AND v.sealed IS NOT NULL AND v.wrapped IS NOT NULL AND v.shred_due IS NULL""";

    @Inject
    Database database;

    @Inject
    Templates templates;

    @Inject
    DossierKeys keys;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    /// @throws org.anchang.kit.problem.Refused DOSSIER_FIELD_UNKNOWN, FIELD_IS_NOT_COUNTED
    StatisticOfField of(String project, String key) {
        var field = templates.of(project).field(key).orElseThrow(() -> refuse(CustomerRefusal.DOSSIER_FIELD_UNKNOWN)
                .with("field", key));
        refuseUnless(field.makesGroups(), CustomerRefusal.FIELD_IS_NOT_COUNTED);
        var ranges = field.type().hasRanges() ? CountedRanges.of(field, clock.today()) : null;
        var options = ranges == null ? answers(field) : ranges.options();
        var counted = counted(project, field, options, ranges);
        var counts = counted.byAnswer();
        var least = settings.integer(project, CustomerSetting.STATISTICS_LEAST_GROUP);
        var hidden = field.type() == FieldType.MANY_OF
                ? Suppression.ofManyAnswers(counts, counted.answered(), least)
                : Suppression.ofOneAnswer(counts, least);
        var isAnyHidden =
                Stream.of(hidden).anyMatch(row -> IntStream.range(0, row.length).anyMatch(column -> row[column]));
        return new StatisticOfField(
                project,
                field,
                least,
                isAnyHidden,
                shown(counts, hidden, ranges)
                        .mapToObj(row -> group(options.get(row), counts[row], hidden[row]))
                        .toList());
    }

    /// All answers; of ranges those from the first to the last in which somebody is, so that a table is no longer
    /// than it has to be. That nobody is in the others is said with them as without; where all are hidden there is
    /// none.
    private static IntStream shown(long[][] counts, boolean[][] hidden, @Nullable CountedRanges ranges) {
        if (ranges != null && Stream.of(hidden).allMatch(row -> row[0])) {
            return IntStream.empty();
        }
        var within = IntStream.range(0, counts.length)
                .filter(row -> ranges == null || counts[row][0] > 0)
                .summaryStatistics();
        return within.getCount() == 0 ? IntStream.empty() : IntStream.rangeClosed(within.getMin(), within.getMax());
    }

    /// @param ranges of numbers and dates
    private Counted counted(
            String project, DossierField field, List<DossierOption> options, @Nullable CountedRanges ranges) {
        var places = options.stream().map(DossierOption::key).toList();
        var counts = new long[options.size()][1 + CountedStage.values().length];
        var answered = new long[1 + CountedStage.values().length];
        database.sql(VALUES)
                .with("project", project)
                .with("field", field.key())
                .batches(BATCH, SealedAnswer.class, rows -> {
                    for (var row : rows) {
                        var said =
                                DossierValues.opened(keys.unwrapped(row.key(), row.wrapped()), row.id(), row.sealed());
                        var answers = ranges == null
                                ? Stream.of(said.orElse("").split(",")).map(places::indexOf)
                                : said.map(ranges::placeOf).stream();
                        var given = answers.filter(place -> place >= 0).toList();
                        given.forEach(place -> count(counts[place], row.stage()));
                        if (!given.isEmpty()) {
                            count(answered, row.stage());
                        }
                    }
                });
        return new Counted(counts, answered);
    }

    private static void count(long[] counts, CountedStage stage) {
        counts[0]++;
        counts[1 + stage.ordinal()]++;
    }

    private static CountedGroup group(DossierOption option, long[] counts, boolean[] hidden) {
        return new CountedGroup(
                option.key(),
                option.label(),
                option.english(),
                hidden[0] ? null : counts[0],
                Stream.of(CountedStage.values())
                        .map(stage -> new CountedInStage(
                                stage, hidden[1 + stage.ordinal()] ? null : counts[1 + stage.ordinal()]))
                        .toList());
    }

    private static List<DossierOption> answers(DossierField field) {
        return field.type() == FieldType.YES_NO
                ? List.of(new DossierOption("true", "是", "Yes"), new DossierOption("false", "否", "No"))
                : field.options();
    }
}
