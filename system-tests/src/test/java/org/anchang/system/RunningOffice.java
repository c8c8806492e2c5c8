package org.anchang.system;

import java.nio.file.Path;
import org.anchang.audit.Addresses;
import org.anchang.office.Office;
import org.anchang.office.OfficePlan;
import org.anchang.office.Progress;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// `@ExtendWith(RunningOffice.class)`: one whole office for all tests that do it no harm, started with the
/// first of them and ended with the last. A test method that takes an [Office] parameter gets it.
class RunningOffice implements BeforeAllCallback, ParameterResolver {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private record Shared(Office office) implements AutoCloseable {
        @Override
        public void close() {
            office.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        shared(context);
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
                office.postgres().user(),
                office.postgres().password(),
                office.bootstrapServers());
    }

    private static Shared shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Shared.class, _ -> start("target/office"), Shared.class);
    }

    private static Shared start(String folder) {
        var plan = OfficePlan.forTests(ROOT, Path.of(folder));
        return new Shared(Office.start(plan, true, Progress.SILENT));
    }
}
