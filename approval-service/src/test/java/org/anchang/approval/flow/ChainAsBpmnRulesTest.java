package org.anchang.approval.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.anchang.approval.chain.Course;
import org.anchang.approval.chain.Step;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.UserTask;
import org.flowable.validation.ProcessValidatorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChainAsBpmnRulesTest {
    @Test
    @DisplayName("APR-1 steps one after the other become tasks one after the other")
    void sequence() {
        var model = written(stage(step("sales-manager", null)), stage(step("finance", null)));

        assertThat(flows(model))
                .containsExactlyInAnyOrder("start>sales-manager", "sales-manager>finance", "finance>end");
    }

    @Test
    @DisplayName("APR-1 steps side by side are forked and joined, a conditional one with a way past it")
    void parallelAndConditional() {
        var model = written(stage(step("finance", null), step("engineering", "cost > 2")));

        assertThat(flows(model))
                .containsExactlyInAnyOrder(
                        "start>stage-1.fork",
                        "stage-1.fork>finance",
                        "finance>stage-1.join",
                        "stage-1.fork>engineering.if",
                        "engineering.if>engineering",
                        "engineering.if>engineering.past",
                        "engineering>engineering.past",
                        "engineering.past>stage-1.join",
                        "stage-1.join>end");
        assertThat(of(model, ParallelGateway.class)).hasSize(2);
        assertThat(of(model, SequenceFlow.class).stream()
                        .map(SequenceFlow::getConditionExpression)
                        .filter(condition -> condition != null)
                        .toList())
                .containsExactly("${form.meets(execution, 'cost > 2')}");
        assertThat(of(model, ExclusiveGateway.class).getFirst().getDefaultFlow())
                .isEqualTo("engineering.if.to.engineering.past");
    }

    @Test
    @DisplayName("APR-1 where all persons sign, each has a task")
    void all() {
        var all = new Step("directors", null, null, List.of("li.na", "wang.wei"), Step.SignedBy.ALL, null, null, null);

        var model = written(stage(all));

        assertThat(of(model, UserTask.class))
                .extracting(FlowElement::getId)
                .containsExactly("directors.1", "directors.2");
    }

    @Test
    @DisplayName("APR-1 the applicant's statement is no task")
    void statement() {
        var statement = new Step("statement", Step.Kind.STATEMENT, null, null, null, null, null, null);

        assertThat(flows(written(stage(statement), stage(step("finance", null)))))
                .containsExactlyInAnyOrder("start>finance", "finance>end");
    }

    private static BpmnModel written(Course.Stage... stages) {
        var model = ChainAsBpmn.of(UUID.randomUUID(), new Course(List.of(stages)));
        var faults = new ProcessValidatorFactory()
                .createDefaultProcessValidator().validate(model).stream()
                        .filter(fault -> !fault.isWarning())
                        .toList();
        assertThat(faults).isEmpty();
        return model;
    }

    private static Course.Stage stage(Step... steps) {
        return new Course.Stage(List.of(steps));
    }

    private static Step step(String role, @Nullable String when) {
        return new Step(role, null, role, null, null, when, null, null);
    }

    private static List<String> flows(BpmnModel model) {
        return of(model, SequenceFlow.class).stream()
                .map(flow -> flow.getSourceRef() + ">" + flow.getTargetRef())
                .toList();
    }

    private static <T extends FlowElement> List<T> of(BpmnModel model, Class<T> type) {
        return model.getMainProcess().getFlowElements().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
