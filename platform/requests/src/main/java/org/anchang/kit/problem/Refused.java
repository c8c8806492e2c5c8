package org.anchang.kit.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/// A command was refused. An answer, not a crash: it has no stack trace, and it rolls the transaction back.
public final class Refused extends RuntimeException {
    private final transient Refusal refusal;
    private final transient Map<String, Object> facts;

    private Refused(Refusal refusal, Map<String, Object> facts) {
        super(refusal.name() + (facts.isEmpty() ? "" : " " + facts.keySet()), null, false, false);
        this.refusal = refusal;
        this.facts = facts;
    }

    public Refusal refusal() {
        return refusal;
    }

    /// What the decision rested on, as members of the problem document: `until`, `allowedFrom`, `field` …
    public Map<String, Object> facts() {
        return facts;
    }

    /// Adds a fact to the answer; never personal data.
    public Refused with(String name, Object value) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Refused(refusal, more);
    }

    /// Adds several facts.
    public Refused with(Map<String, Object> several) {
        var more = new LinkedHashMap<>(facts);
        more.putAll(several);
        return new Refused(refusal, more);
    }

    public static Refused refuse(Refusal refusal) {
        return new Refused(refusal, Map.of());
    }

    /// @throws Refused with `refusal` if `condition` does not hold
    @Contract("false, _ -> fail")
    public static void refuseUnless(boolean condition, Refusal refusal) {
        if (!condition) {
            throw refuse(refusal);
        }
    }

    @Contract("true, _ -> fail")
    public static void refuseIf(boolean condition, Refusal refusal) {
        refuseUnless(!condition, refusal);
    }
}
