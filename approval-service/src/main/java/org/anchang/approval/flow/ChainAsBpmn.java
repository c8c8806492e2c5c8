package org.anchang.approval.flow;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.anchang.approval.chain.Course;
import org.anchang.approval.chain.Step;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;

/// Writes a chain as a process: a user task for each place, parallel gateways around what is signed side by
/// side, an
/// exclusive gateway with a way past each step that has a condition. Who may sign is not in it; that is asked
/// of the
/// chain itself.
final class ChainAsBpmn {
    private static final String END = "end";

    /// A part of the process with one way in and one way out.
    private record Part(String in, String out) {}

    private final Process process = new Process();

    private ChainAsBpmn() {}

    static BpmnModel of(UUID chain, Course course) {
        var writing = new ChainAsBpmn();
        writing.process.setId(keyOf(chain));
        writing.process.setName(keyOf(chain));
        writing.write(course);
        var model = new BpmnModel();
        model.addProcess(writing.process);
        return model;
    }

    static String keyOf(UUID chain) {
        return "chain-" + chain;
    }

    private void write(Course course) {
        var last = add(new StartEvent(), "start");
        var number = 0;
        for (var stage : course.stages()) {
            number++;
            var steps =
                    stage.steps().stream().filter(step -> !step.isStatement()).toList();
            if (!steps.isEmpty()) {
                var part = sideBySide("stage-" + number, steps, this::part);
                connect(last, part.in());
                last = part.out();
            }
        }
        connect(last, add(new EndEvent(), END));
    }

    private Part part(Step step) {
        var signatures = sideBySide(step.key(), step.places(), place -> {
            var id = add(new UserTask(), place.key());
            return new Part(id, id);
        });
        return step.when() == null ? signatures : onlyIf(step, signatures);
    }

    private Part onlyIf(Step step, Part signatures) {
        var gateway = new ExclusiveGateway();
        var split = add(gateway, step.key() + ".if");
        var past = add(new ExclusiveGateway(), step.key() + ".past");
        connect(split, signatures.in()).setConditionExpression("${form.meets(execution, '" + step.when() + "')}");
        gateway.setDefaultFlow(connect(split, past).getId());
        connect(signatures.out(), past);
        return new Part(split, past);
    }

    private <T> Part sideBySide(String name, List<T> branches, Function<T, Part> writing) {
        if (branches.size() == 1) {
            return writing.apply(branches.getFirst());
        }
        var fork = add(new ParallelGateway(), name + ".fork");
        var join = add(new ParallelGateway(), name + ".join");
        for (var branch : branches) {
            var part = writing.apply(branch);
            connect(fork, part.in());
            connect(part.out(), join);
        }
        return new Part(fork, join);
    }

    private String add(FlowElement element, String id) {
        element.setId(id);
        process.addFlowElement(element);
        return id;
    }

    private SequenceFlow connect(String from, String to) {
        var flow = new SequenceFlow(from, to);
        add(flow, from + ".to." + to);
        node(from).getOutgoingFlows().add(flow);
        node(to).getIncomingFlows().add(flow);
        return flow;
    }

    private FlowNode node(String id) {
        return (FlowNode) process.getFlowElement(id);
    }
}
