package org.anchang.approval.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.approval.Approval;
import org.anchang.approval.chain.Chain;
import org.anchang.approval.chain.Chains;
import org.anchang.kit.sql.Database;

/// Moves approvals along their chains; always within the transaction of a command or an event.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Flow {
    /// A place whose turn it is.
    ///
    /// @param task  the engine's task
    /// @param place key of the chain's place
    public record Turn(UUID task, String place) {}

    private static final String DEPLOYED = "SELECT process_definition FROM chain_deployment WHERE chain = :chain";
    private static final String KEEP =
            "INSERT INTO chain_deployment (chain, process_definition) VALUES (:chain, :definition)";

    @Inject
    Engine engine;

    @Inject
    Chains chains;

    @Inject
    Database database;

    /// Begins the approval's way along the chain.
    public void begin(Approval approval, Chain chain) {
        var instance = engine.runtime()
                .createProcessInstanceBuilder()
                .processDefinitionId(definitionOf(chain))
                .businessKey(approval.id().toString())
                .start();
        approval.runsAs(instance.getId());
    }

    /// The place is signed: on to whatever comes next.
    public void goOn(UUID task) {
        engine.tasks().complete(task.toString());
    }

    /// Nothing more is to be signed.
    public void breakOff(Approval approval) {
        engine.runtime().deleteProcessInstance(approval.processInstance(), "ended");
    }

    /// The places that wait for a signature now; none once the chain has been followed to its end.
    public List<Turn> turns(Approval approval) {
        return engine.tasks().createTaskQuery().processInstanceId(approval.processInstance()).list().stream()
                .map(task -> new Turn(UUID.fromString(task.getId()), task.getTaskDefinitionKey()))
                .toList();
    }

    /// Deploys the chain when it is used for the first time; the lock lets one of several replicas do it.
    private String definitionOf(Chain chain) {
        return deployed(chain).orElseGet(() -> {
            chains.lock(chain);
            return deployed(chain).orElseGet(() -> deploy(chain));
        });
    }

    private String deploy(Chain chain) {
        var deployment = engine.repository()
                .createDeployment()
                .name(ChainAsBpmn.keyOf(chain.id()))
                .disableSchemaValidation()
                .addBpmnModel("chain.bpmn20.xml", ChainAsBpmn.of(chain.id(), chain.course()))
                .deploy();
        var definition = engine.repository()
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .singleResult()
                .getId();
        database.sql(KEEP)
                .with("chain", chain.id())
                .with("definition", definition)
                .write();
        return definition;
    }

    private Optional<String> deployed(Chain chain) {
        return database.sql(DEPLOYED).with("chain", chain.id()).row(String.class);
    }
}
