package org.anchang.customer.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.region.Regions;
import org.anchang.customer.sending.TellingColleagues;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Role;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.anchang.kit.sweep.Slices;
import org.anchang.kit.sweep.Sweep;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// RPT-2: when a project's hour has come, who reads its sheets is told, once a day. What an outage missed is told after
/// it, for the last day alone.
@ApplicationScoped
class TellingOfSheets implements Sweep {
    private static final int NOON = 12;
    private static final String TAKE_TURN =
            "SELECT count(*) FROM (SELECT 1 FROM sheet_round WHERE next_at <= clock_timestamp() FOR UPDATE SKIP LOCKED) turn";
    private static final String NEXT_TURN = "UPDATE sheet_round SET next_at = clock_timestamp() + interval '1 minute'";
    private static final String PROJECTS =
            "SELECT DISTINCT project FROM held_post WHERE project <> '*' ORDER BY project";
    private static final String READERS = """
            SELECT DISTINCT person FROM held_post WHERE project IN (:project, '*') AND role = ANY (:roles) ORDER BY person""";
    private static final String TOLD =
            "INSERT INTO told_sheet (project, day, told_at) VALUES (:project, :day, :at) ON CONFLICT DO NOTHING";

    @Inject
    Slices slices;

    @Inject
    TellingColleagues telling;

    @Inject
    Regions regions;

    @Inject
    Settings settings;

    @Inject
    Database database;

    @Inject
    OfficeClock clock;

    @ConfigProperty(name = "anchang.public.url")
    String office;

    @Override
    public String nextDue() {
        return "SELECT next_at FROM sheet_round";
    }

    @Override
    public void run() {
        slices.run(() -> {
            if (database.sql(TAKE_TURN).one(Long.class) > 0) {
                var now = LocalDateTime.ofInstant(clock.instant(), OfficeClock.OFFICE_ZONE);
                database.sql(PROJECTS).rows(String.class).forEach(project -> tell(project, now));
                database.sql(NEXT_TURN).write();
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void tell(String project, LocalDateTime now) {
        var at = settings.text(project, CustomerSetting.SHEETS_AT);
        if (at.equals("NONE")) {
            return;
        }
        var day = lastDay(Integer.parseInt(at), now);
        var isNew = database.sql(TOLD)
                .with("project", project)
                .with("day", day)
                .with("at", clock.instant())
                .write();
        if (isNew == 1) {
            var readers = database.sql(READERS)
                    .with("project", project)
                    .with("roles", roles(settings.text(project, CustomerSetting.SHEETS_TO)))
                    .rows(String.class);
            var occasion = UUID.nameUUIDFromBytes(("sheet " + project + " " + day).getBytes(StandardCharsets.UTF_8));
            telling.tell(project, readers, occasion, text(project, day));
        }
    }

    /// The last day whose sheet is due: told in the morning, it is the day before, told from noon on it is
    /// the day itself.
    static LocalDate lastDay(int hour, LocalDateTime now) {
        var day = now.getHour() >= hour ? now.toLocalDate() : now.toLocalDate().minusDays(1);
        return hour < NOON ? day.minusDays(1) : day;
    }

    private static List<String> roles(String to) {
        return switch (to) {
            case "SITE_MANAGER" -> List.of(Role.SITE_MANAGER);
            case "MANAGERS" -> List.of(Role.SITE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER);
            default ->
                List.of(
                        Role.SITE_MANAGER,
                        Role.SALES_SUPERVISOR,
                        Role.SALES_MANAGER,
                        Role.SALES_STATISTICIAN,
                        Role.FINANCE,
                        Role.GENERAL_MANAGER);
        };
    }

    private String text(String project, LocalDate day) {
        var lines = new ArrayList<String>();
        lines.add("【%s】报表已出，登录后查看。".formatted(regions.nameOf(project).orElse(project)));
        ending(day)
                .forEach(sheet -> lines.add("%s：%s/console/reports?project=%s&span=%s&day=%s"
                        .formatted(sheet.name(), office, project, sheet.span(), day)));
        return String.join("\n", lines);
    }

    /// @param span as the page of the reports calls it
    record Sheet(String name, String span) {}

    /// The sheets that end with the day.
    static List<Sheet> ending(LocalDate day) {
        var sheets = new ArrayList<Sheet>();
        sheets.add(new Sheet("日报 %d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth()), "day"));
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            var monday = day.minusDays(6);
            sheets.add(new Sheet(
                    "周报 %d月%d日至%d月%d日"
                            .formatted(
                                    monday.getMonthValue(),
                                    monday.getDayOfMonth(),
                                    day.getMonthValue(),
                                    day.getDayOfMonth()),
                    "week"));
        }
        if (day.getDayOfMonth() == day.lengthOfMonth()) {
            sheets.add(new Sheet("月报 %d年%d月".formatted(day.getYear(), day.getMonthValue()), "month"));
        }
        return sheets;
    }
}
