package org.anchang.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.anchang.audit.Addresses;
import org.anchang.clock.Midnight;
import org.anchang.office.Application;
import org.anchang.office.Office;
import org.anchang.office.OfficePlan;
import org.anchang.office.Progress;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// `@ExtendWith(RunningOffice.class)`: one whole office for all tests, started with the first of them and ended with
/// the last; it has two replicas of the services that guard units and money. The tests that kill parts of it come last,
/// each in a project of its own. A test method that takes an [Office] parameter gets it.
public class RunningOffice implements BeforeAllCallback, ParameterResolver {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /// Where all its data and logs are.
    static final Path FOLDER = Path.of("target/office");

    private static final OfficePlan PLAN =
            OfficePlan.forTests(ROOT, FOLDER).withReplicas(Application.DEAL, 2).withReplicas(Application.INVENTORY, 2);

    private record Shared(Office office) implements AutoCloseable {
        @Override
        public void close() {
            office.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared(context);
        Midnight.letPass();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Office.class;
    }

    @Override
    public Office resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context).office();
    }

    /// Where the auditor looks.
    static Addresses addresses(Office office) {
        return new Addresses(
                office.postgres().jdbcUrl(""),
                office.auditor().name(),
                office.auditor().password(),
                office.bootstrapServers());
    }

    /// Not as tests are: compiled as well as can be, and a commit is on the disk, with its moment.
    static OfficePlan asInProduction(Path folder) {
        var tests = OfficePlan.forTests(ROOT, folder);
        return new OfficePlan(
                tests.root(),
                tests.folder(),
                tests.ports(),
                tests.servers(),
                tests.replicas(),
                true,
                List.of(),
                Map.of("track_commit_timestamp", "on"));
    }

    private Shared shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(getClass(), _ -> new Shared(Office.start(PLAN, true, Progress.SILENT)), Shared.class);
    }
}
