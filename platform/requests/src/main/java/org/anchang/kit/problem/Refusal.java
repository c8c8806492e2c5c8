package org.anchang.kit.problem;

/// One "no" of a service. Each service has one enum of them: its order is the order in which a command checks, its
/// names are the stable `code` of the problem document, and `refusals_en.properties` and
/// `refusals_zh.properties` say
/// them in words.
public interface Refusal {
    /// The stable code.
    String name();

    Meaning meaning();

    /// @param rule   which is kept
    /// @param status HTTP status: 404 not yours or not there, 409 a race or the wrong stage, 412 stale,
    ///               422 where the request breaks a rule
    record Meaning(Rule rule, int status) {}

    default Rule rule() {
        return meaning().rule();
    }

    default int status() {
        return meaning().status();
    }
}
