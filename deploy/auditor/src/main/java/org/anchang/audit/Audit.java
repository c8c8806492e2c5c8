package org.anchang.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anchang.audit.check.ApprovalsHappenOnce;
import org.anchang.audit.check.CommissionsFollowThePlan;
import org.anchang.audit.check.EventsAreComplete;
import org.anchang.audit.check.EventsAreRead;
import org.anchang.audit.check.FiguresEqualTheirSources;
import org.anchang.audit.check.FinanceRebuilds;
import org.anchang.audit.check.KeysAreRotated;
import org.anchang.audit.check.LedgerBalances;
import org.anchang.audit.check.PapersAgree;
import org.anchang.audit.check.UnitsAreSoldOnce;
import org.anchang.audit.check.UnitsShowTheirDeals;

/// `deploy/audit`: proves that the services and the topics agree, or lists the differences and exits with 1.
///
/// An office at work has events on their way; a difference counts only if it is still there after the office
/// had time
/// to settle.
public final class Audit {
    private static final int ROUNDS = 30;
    private static final long PAUSE_MILLIS = 1_000;

    private static final List<Check> CHECKS = List.of(
            new UnitsAreSoldOnce(),
            new UnitsShowTheirDeals(),
            new PapersAgree(),
            new LedgerBalances(),
            new FinanceRebuilds(),
            new CommissionsFollowThePlan(),
            new EventsAreComplete(),
            new EventsAreRead(),
            new FiguresEqualTheirSources(),
            new ApprovalsHappenOnce(),
            new KeysAreRotated());

    private Audit() {}

    /// The first argument is the usual folder of an office; [Addresses#find] has the others.
    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        Addresses office;
        try {
            office = Addresses.find(Path.of(words.getFirst()), words.subList(1, words.size()), System.getenv());
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try {
            System.exit(print(of(office)) ? 0 : 1);
        } catch (SQLException e) {
            System.err.println("The auditor cannot read the office: " + e.getMessage());
            System.exit(2);
        }
    }

    /// Each promise with the places where it does not hold, after the office had time to settle.
    public static Map<String, List<String>> of(Addresses office) throws SQLException, InterruptedException {
        var found = now(office);
        for (int round = 1; round < ROUNDS && !isClean(found); round++) {
            Thread.sleep(PAUSE_MILLIS);
            found = now(office);
        }
        return found;
    }

    public static boolean isClean(Map<String, List<String>> findings) {
        return findings.values().stream().allMatch(List::isEmpty);
    }

    /// The same at this moment, however much is still on its way.
    private static Map<String, List<String>> now(Addresses office) throws SQLException {
        return now(office, "");
    }

    /// The same of those promises alone in which these words stand.
    public static Map<String, List<String>> now(Addresses office, String words) throws SQLException {
        try (var evidence = Evidence.of(office)) {
            var found = new LinkedHashMap<String, List<String>>();
            for (var check : CHECKS) {
                if (check.promise().contains(words)) {
                    found.put(check.promise(), check.differences(evidence));
                }
            }
            return found;
        }
    }

    private static boolean print(Map<String, List<String>> findings) {
        findings.forEach((promise, differences) -> {
            System.out.printf("%-5s %s%n", differences.isEmpty() ? "holds" : "FAILS", promise);
            differences.stream().limit(50).forEach(difference -> System.out.println("        " + difference));
            if (differences.size() > 50) {
                System.out.println("        … and " + (differences.size() - 50) + " more");
            }
        });
        var clean = isClean(findings);
        System.out.println(clean ? "The office is in order." : "The office is NOT in order.");
        return clean;
    }
}
