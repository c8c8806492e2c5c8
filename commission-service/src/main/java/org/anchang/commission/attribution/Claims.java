package org.anchang.commission.attribution;

import static org.anchang.kit.problem.Refused.refuseUnless;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anchang.commission.Claim;
import org.anchang.commission.CommissionRefusal;
import org.anchang.events.CustomerEvent.ReceptionReason;

/// COM-2: how a commission is divided.
///
/// - The first consultant has the whole.
/// - Who received last while the first consultant was on a business trip or on leave has the project's percentage.
/// - Who received during an errand has nothing; the part is kept as a part of nothing, so that it can be explained.
/// - What the first consultant agreed to with a substitute takes the place of the rule for that person.
final class Claims {
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final String AGREED = "AGREED_BY_FIRST_CONSULTANT";

    /// What the division rests on.
    ///
    /// @param substitutions in the order in which they happened
    /// @param agreed        per cent by substitute
    record Rule(BigDecimal substitutePercent, List<Substitution> substitutions, Map<String, BigDecimal> agreed) {}

    private Claims() {}

    /// The first consultant's claim comes first and is what remains.
    ///
    /// @throws org.anchang.kit.problem.Refused SHARES_DO_NOT_ADD_UP if more than the whole was agreed away
    static List<Claim> divided(String firstConsultant, Rule rule) {
        var parts = new LinkedHashMap<String, Claim>();
        for (var substitution : rule.substitutions()) {
            if (!substitution.substitute().equals(firstConsultant)) {
                byRule(parts, substitution, rule.substitutePercent());
            }
        }
        rule.agreed()
                .forEach((substitute, percent) -> parts.computeIfPresent(
                        substitute, (_, part) -> new Claim(substitute, percent, AGREED, part.visit())));
        var agreed = sum(parts.values().stream().filter(part -> part.reason().equals(AGREED)));
        refuseUnless(agreed.compareTo(WHOLE) <= 0, CommissionRefusal.SHARES_DO_NOT_ADD_UP);
        parts.replaceAll((_, part) -> part.reason().equals(AGREED) ? part : atMost(WHOLE.subtract(agreed), part));
        var given = sum(parts.values().stream());
        var claims = new LinkedHashMap<String, Claim>();
        claims.put(firstConsultant, new Claim(firstConsultant, WHOLE.subtract(given), "FIRST_CONSULTANT", null));
        claims.putAll(parts);
        return List.copyOf(claims.values());
    }

    private static void byRule(Map<String, Claim> parts, Substitution substitution, BigDecimal percent) {
        var substitute = substitution.substitute();
        switch (substitution.reason()) {
            case OWNER_ON_BUSINESS_TRIP, OWNER_ON_LEAVE -> {
                parts.replaceAll((_, earlier) -> overtaken(earlier));
                parts.put(
                        substitute,
                        new Claim(
                                substitute,
                                percent,
                                substitution.reason() == ReceptionReason.OWNER_ON_LEAVE
                                        ? "SUBSTITUTE_DURING_LEAVE"
                                        : "SUBSTITUTE_DURING_BUSINESS_TRIP",
                                substitution.visit()));
            }
            case OWNER_ON_ERRAND ->
                parts.putIfAbsent(
                        substitute,
                        new Claim(substitute, BigDecimal.ZERO, "ERRAND_WITHOUT_AGREEMENT", substitution.visit()));
            case OWN_CUSTOMER, NEW_VISITOR -> {}
        }
    }

    private static BigDecimal sum(Stream<Claim> parts) {
        return parts.map(Claim::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What was agreed goes before what the rule gives.
    private static Claim atMost(BigDecimal rest, Claim part) {
        return new Claim(part.consultant(), part.percent().min(rest), part.reason(), part.visit());
    }

    /// The percentage is one for all substitutes: the last one before the deal has it.
    private static Claim overtaken(Claim earlier) {
        return earlier.percent().signum() == 0
                ? earlier
                : new Claim(earlier.consultant(), BigDecimal.ZERO, "LATER_SUBSTITUTE_RECEIVED", earlier.visit());
    }
}
