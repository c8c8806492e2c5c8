package org.anchang.test;

import static java.util.Objects.requireNonNull;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Refusals are tried in the order in which their enum declares them, in each method of its own: which of two refusals
/// a caller hears is what the enum says, wherever both would fit. Of alternatives, of which one way knows
/// nothing of the other, there is no order.
final class OrderOfRefusals {
    private final String refusal;
    private final Map<String, List<String>> orders = new HashMap<>();

    /// @param refusal the interface of the enums
    OrderOfRefusals(String refusal) {
        this.refusal = refusal;
    }

    /// The methods that try some in another order, and which.
    Map<String, Set<String>> otherIn(JavaClasses types) {
        var other = new TreeMap<String, Set<String>>();
        Compiled.of(types).flatMap(Compiled::methods).forEach(method -> {
            var found = new Flow(method.code()).other();
            if (!found.isEmpty()) {
                other.computeIfAbsent(method.name(), _ -> new TreeSet<>()).addAll(found);
            }
        });
        return other;
    }

    /// The constants of an enum of refusals; none of anything else.
    private List<String> orderOf(FieldInstruction field) {
        return orders.computeIfAbsent(field.owner().asInternalName().replace('/', '.'), name -> {
            var type = name.startsWith("java") ? Object.class : Compiled.named(name);
            var isRefusal = type.isEnum()
                    && Stream.of(type.getInterfaces())
                            .anyMatch(one -> one.getName().equals(refusal));
            return isRefusal ? Compiled.constants(type) : List.of();
        });
    }

    /// What may come after what in a method.
    private final class Flow {
        private final List<Instruction> instructions = new ArrayList<>();
        private final Map<Label, Integer> labels = new HashMap<>();
        private final Set<Label> cases = new HashSet<>();

        Flow(List<CodeElement> code) {
            for (var element : code) {
                if (element instanceof LabelTarget target) {
                    labels.put(target.label(), instructions.size());
                } else if (element instanceof Instruction instruction) {
                    instructions.add(instruction);
                    targets(instruction).forEach(cases::add);
                }
            }
        }

        Set<String> other() {
            var other = new TreeSet<String>();
            refusals().forEach(first -> {
                var order = orderOf(first);
                var name = nameAt(first);
                after(first).stream()
                        .filter(second -> second > first && order.equals(orderOf(second)))
                        .filter(second -> order.indexOf(nameAt(second)) < order.indexOf(name))
                        .forEach(second -> other.add(name + " before " + nameAt(second)));
            });
            return other;
        }

        private IntStream refusals() {
            return IntStream.range(0, instructions.size())
                    .filter(at -> !orderOf(at).isEmpty());
        }

        private List<String> orderOf(int at) {
            return instructions.get(at) instanceof FieldInstruction field && field.opcode() == Opcode.GETSTATIC
                    ? OrderOfRefusals.this.orderOf(field)
                    : List.of();
        }

        private String nameAt(int at) {
            return ((FieldInstruction) instructions.get(at)).name().stringValue();
        }

        private BitSet after(int first) {
            var reached = new BitSet();
            var next = new ArrayDeque<Integer>();
            followers(first).forEach(next::add);
            while (!next.isEmpty()) {
                var at = next.pop();
                if (at < instructions.size() && !reached.get(at)) {
                    reached.set(at);
                    followers(at).forEach(next::add);
                }
            }
            return reached;
        }

        private Stream<Integer> followers(int at) {
            var next = at + 1;
            return switch (instructions.get(at)) {
                case ReturnInstruction _ -> Stream.of();
                // Whoever was not refused goes on behind it, but for the end of a case.
                case ThrowInstruction _ -> isCase(next) ? Stream.of() : Stream.of(next);
                case BranchInstruction jump when isAlways(jump) -> Stream.of(at(jump.target()));
                case BranchInstruction jump -> Stream.of(next, at(jump.target()));
                case TableSwitchInstruction it -> targets(it).map(this::at);
                case LookupSwitchInstruction it -> targets(it).map(this::at);
                default -> Stream.of(next);
            };
        }

        private int at(Label label) {
            return requireNonNull(labels.get(label));
        }

        private boolean isCase(int at) {
            return cases.stream().anyMatch(label -> at(label) == at);
        }

        private static boolean isAlways(BranchInstruction jump) {
            return jump.opcode() == Opcode.GOTO || jump.opcode() == Opcode.GOTO_W;
        }

        private static Stream<Label> targets(Instruction instruction) {
            return switch (instruction) {
                case TableSwitchInstruction it -> targets(it.defaultTarget(), it.cases());
                case LookupSwitchInstruction it -> targets(it.defaultTarget(), it.cases());
                default -> Stream.of();
            };
        }

        private static Stream<Label> targets(Label rest, List<SwitchCase> cases) {
            return Stream.concat(Stream.of(rest), cases.stream().map(SwitchCase::target));
        }
    }
}
