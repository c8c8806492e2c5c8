package org.anchang.approval.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.anchang.approval.Approval;
import org.anchang.approval.chain.Chain;

/// Moves approvals along their chains; always within the transaction of a command or an event.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Flow {
    /// A place whose turn it is.
    ///
    /// @param task  the engine's task
    /// @param place key of the chain's place
    public record Turn(UUID task, String place) {}

    private static final String DEPLOYED = "SELECT process_definition FROM chain_deployment WHERE chain = ?1";

    @Inject
    Engine engine;

    @Inject
    EntityManager database;

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
        var known = deployed(chain);
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        database.createNativeQuery("SELECT 1 FROM approval_chain WHERE id = ?1 FOR UPDATE")
                .setParameter(1, chain.id())
                .getSingleResult();
        known = deployed(chain);
        return known.isEmpty() ? deploy(chain) : known.getFirst();
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
        database.createNativeQuery("INSERT INTO chain_deployment (chain, process_definition) VALUES (?1, ?2)")
                .setParameter(1, chain.id())
                .setParameter(2, definition)
                .executeUpdate();
        return definition;
    }

    private List<String> deployed(Chain chain) {
        List<?> found =
                database.createNativeQuery(DEPLOYED).setParameter(1, chain.id()).getResultList();
        return found.stream().map(String.class::cast).toList();
    }
}
