package org.anchang.deal.customer;

import static org.anchang.kit.problem.Refused.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ProcessingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.deal.DealRefusal;
import org.anchang.deal.customer.CustomerClient.Away;
import org.anchang.deal.customer.CustomerClient.NotShown;
import org.anchang.deal.customer.CustomerClient.ReportFields;
import org.anchang.kit.paper.Content;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// PAP-1: asks customer-service for what the deal report says of a customer, within the rights of who
/// prints it. Nobody waits for it in a transaction.
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class ReportedCustomers {
    /// Of a deal, what the report counts from.
    ///
    /// @param ordered the day of its order form
    public record Bought(
            UUID customer, LocalDate opened, @Nullable LocalDate ordered) {}

    /// As they stand on the form.
    private static final Set<String> SOURCES = Set.of("日报", "晚报", "电视", "路过", "听说", "老带新", "单页", "户外");
    /// From the report's fields to those of the dossier.
    static final Map<String, String> DOSSIER = Map.ofEntries(
            Map.entry("household", "householdSize"),
            Map.entry("bornOn", "birthDate"),
            Map.entry("address", "address"),
            Map.entry("purpose", "purpose"),
            Map.entry("objection", "objection"),
            Map.entry("occupation", "occupation"),
            Map.entry("livesIn", "district"),
            Map.entry("times", "whichPurchase"),
            Map.entry("income", "householdIncome"),
            Map.entry("buildingType", "buildingType"),
            Map.entry("friends", "friendsNeed"));

    private static final int MOST_VISITS = 5;

    @Inject
    @RestClient
    CustomerClient customers;

    /// The report's fields; none where the customer is not the caller's to see. What the dossier says reads
    /// nobody in full but the deal's owner and the site manager (CUS-6).
    ///
    /// @throws org.anchang.kit.problem.Refused CUSTOMERS_DO_NOT_ANSWER
    public Content reported(Bought deal) {
        try {
            return filled(deal, customers.reportFields(deal.customer()));
        } catch (NotShown _) {
            return Content.filling().content();
        } catch (Away | ProcessingException | TimeoutException | CircuitBreakerOpenException e) {
            throw refuse(DealRefusal.CUSTOMERS_DO_NOT_ANSWER);
        }
    }

    private static Content filled(Bought deal, ReportFields told) {
        var filling = Content.filling()
                .with("customerNumber", told.number())
                .with("sex", told.gender())
                .with("channel", told.source() == null || SOURCES.contains(told.source()) ? told.source() : "其他")
                .with("visits", told.visits() > MOST_VISITS ? "MORE" : told.visits())
                .with(
                        "daysToDeposit",
                        told.firstVisit() == null || deal.ordered() == null
                                ? null
                                : ChronoUnit.DAYS.between(told.firstVisit(), deal.ordered()));
        var dossier = told.dossier();
        if (dossier != null) {
            DOSSIER.forEach((field, key) -> filling.with(field, dossier.get(key), null));
            filling.with("age", age(dossier.get("birthDate"), deal.opened()), null);
        }
        return filling.content();
    }

    private static @Nullable Integer age(@Nullable String bornOn, LocalDate on) {
        if (bornOn == null) {
            return null;
        }
        try {
            return Math.max(0, Period.between(LocalDate.parse(bornOn), on).getYears());
        } catch (DateTimeException _) {
            return null;
        }
    }
}
