package org.anchang.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Switches over one of our enums or sealed types that do not name each of their cases, whether by a `default` or by
/// leaving some out: a case that comes to them would be lost without a word of the compiler.
///
/// It is read from the code: where all cases are named, nothing is left but an exception for what cannot be, or each
/// constant has its label.
final class OpenSwitches {
    /// What the compiler puts where no case is left.
    private static final Set<String> IMPOSSIBLE =
            Set.of("java/lang/MatchException", "java/lang/IncompatibleClassChangeError");

    private final String ours;

    /// @param ours where our enums and sealed types are, e.g. `org.anchang.`
    OpenSwitches(String ours) {
        this.ours = ours;
    }

    /// @return as `TakingDeposit.take`
    Set<String> in(JavaClasses types) {
        var open = new TreeSet<String>();
        Compiled.of(types)
                .flatMap(Compiled::methods)
                .filter(method -> isOpen(method.code()))
                .forEach(method -> open.add(method.name()));
        return open;
    }

    private boolean isOpen(List<CodeElement> code) {
        var before = new ArrayList<Instruction>();
        for (var element : code) {
            var isOpen =
                    switch (element) {
                        // Of a table the compiler leaves none out; one that does nothing is named too.
                        case TableSwitchInstruction it ->
                            isOpen(code, before, it.defaultTarget(), it.highValue() - it.lowValue() + 1);
                        case LookupSwitchInstruction it ->
                            isOpen(code, before, it.defaultTarget(), it.cases().size());
                        default -> false;
                    };
            if (isOpen) {
                return true;
            }
            if (element instanceof Instruction instruction) {
                before.add(instruction);
            }
        }
        return false;
    }

    private boolean isOpen(List<CodeElement> code, List<Instruction> before, Label rest, int named) {
        if (isImpossible(code, rest)) {
            return false;
        }
        return before.getLast() instanceof InvokeDynamicInstruction pattern
                ? leavesSome(pattern, named)
                : before.reversed().stream()
                        // Of a table of the constants that are named, or of the constant itself.
                        .limit(2)
                        .anyMatch(it -> it instanceof InvokeInstruction call
                                && call.name().equalsString("ordinal")
                                && leavesSome(call.owner().asInternalName(), named));
    }

    private boolean leavesSome(InvokeDynamicInstruction pattern, int named) {
        return switch (pattern.name().stringValue()) {
            case "enumSwitch" -> leavesSome(nameOf(pattern.typeSymbol().parameterType(0)), named);
            case "typeSwitch" ->
                pattern.bootstrapArgs().stream()
                        .filter(ClassDesc.class::isInstance)
                        .map(label -> nameOf((ClassDesc) label))
                        .anyMatch(label -> isOurs(label) && isSealed(Compiled.named(label)));
            default -> false;
        };
    }

    private boolean leavesSome(String type, int named) {
        var name = type.replace('/', '.');
        return isOurs(name) && named < Compiled.constants(Compiled.named(name)).size();
    }

    private boolean isOurs(String type) {
        return type.startsWith(ours);
    }

    /// Or one of the cases of something sealed that is ours.
    private boolean isSealed(Class<?> type) {
        return isOurs(type.getName())
                && (type.isSealed()
                        || Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                                .anyMatch(this::isSealed));
    }

    private static boolean isImpossible(List<CodeElement> code, Label rest) {
        return code.stream()
                .dropWhile(element -> !(element instanceof LabelTarget target
                        && target.label().equals(rest)))
                .filter(Instruction.class::isInstance)
                .findFirst()
                .filter(NewObjectInstruction.class::isInstance)
                .map(made -> ((NewObjectInstruction) made).className().asInternalName())
                .filter(IMPOSSIBLE::contains)
                .isPresent();
    }

    private static String nameOf(ClassDesc type) {
        return type.descriptorString().replaceAll("^L|;$", "").replace('/', '.');
    }
}
