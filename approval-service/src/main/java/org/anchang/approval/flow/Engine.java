package org.anchang.approval.flow;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.util.Map;
import java.util.Objects;
import org.anchang.kit.Ids;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.JtaProcessEngineConfiguration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The process engine inside our transaction: it uses the same connection as everything else of a command, commits
/// and rolls back with it, has no threads, keeps no history and knows no users.
@ApplicationScoped
class Engine {
    private static final Logger LOG = Logger.getLogger(Engine.class);

    @Inject
    AgroalDataSource database;

    @Inject
    TransactionManager transactions;

    @Inject
    FormFields fields;

    private @Nullable ProcessEngine running;

    void start(@Observes StartupEvent event) {
        var before = System.nanoTime();
        var configuration = new JtaProcessEngineConfiguration();
        configuration.setTransactionManager(transactions);
        configuration.setTransactionsExternallyManaged(true);
        configuration.setDataSource(database);
        configuration.setDatabaseType("postgres");
        // By prefix: told the schema's name, the engine would move the pool's connections into it for everybody.
        configuration.setDatabaseTablePrefix(EngineTables.SCHEMA + ".");
        configuration.setTablePrefixIsSchema(true);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setClassLoader(Engine.class.getClassLoader());
        configuration.setIdGenerator(() -> Ids.next().toString());
        configuration.setUsePrefixId(false);
        configuration.setHistoryLevel(HistoryLevel.NONE);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setEnableEventDispatcher(false);
        configuration.setEnableConfiguratorServiceLoader(false);
        configuration.setCreateDiagramOnDeploy(false);
        // The only thing that a chain's conditions can see.
        configuration.setBeans(Map.of("form", fields));
        running = configuration.buildProcessEngine();
        LOG.infof("Flowable %s started in %d ms", ProcessEngine.VERSION, (System.nanoTime() - before) / 1_000_000);
    }

    void stop(@Observes ShutdownEvent event) {
        if (running != null) {
            running.close();
        }
    }

    RepositoryService repository() {
        return engine().getRepositoryService();
    }

    RuntimeService runtime() {
        return engine().getRuntimeService();
    }

    TaskService tasks() {
        return engine().getTaskService();
    }

    private ProcessEngine engine() {
        return Objects.requireNonNull(running, "the engine is not started");
    }
}
