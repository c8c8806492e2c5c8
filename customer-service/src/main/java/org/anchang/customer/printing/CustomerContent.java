package org.anchang.customer.printing;

import static java.util.Objects.requireNonNull;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerPrinting;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.Customers;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.dossier.DossierValues;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.customer.dossier.template.Templates;
import org.anchang.customer.phone.KnownPhone;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.region.Regions;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperPeople;
import org.anchang.kit.paper.PaperSource.Standing;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.setting.Settings;
import org.anchang.kit.sql.Database;
import org.jspecify.annotations.Nullable;

/// What stands on every paper about a customer. Owner and site manager read all of it; others the name and phone masked
/// as everywhere in this service, and nothing of the dossier (CUS-6).
@ApplicationScoped
public class CustomerContent {
    /// How often the customer was here, first and last.
    public record Visiting(
            int times, @Nullable Instant first, @Nullable Instant last) {}

    private static final String VISITING = """
            SELECT count(*)::int AS times, min(received_at) AS first, max(received_at) AS last
            FROM received_visit WHERE customer = ANY (:records)""";

    private static final String INCOME = "householdIncome";
    /// What of the dossier deal-service prints on its report, by the keys of the template.
    static final Set<String> REPORTED = Set.of(
            "birthDate",
            "householdSize",
            "address",
            "purpose",
            "objection",
            "occupation",
            "district",
            "whichPurchase",
            INCOME,
            "buildingType",
            "friendsNeed");

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    DossierValues values;

    @Inject
    Templates templates;

    @Inject
    Regions regions;

    @Inject
    PaperPeople colleagues;

    @Inject
    Settings settings;

    @Inject
    Sealing sealing;

    @Inject
    Database database;

    @Inject
    Caller caller;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND for who sees no customers
    public Standing standing(Customer customer) {
        refuseUnless(CustomerPrinting.sees(customer.project(), caller), KitRefusal.NOT_FOUND);
        return new Standing(
                customer.project(),
                "customer",
                customer.id(),
                customer.owner(),
                settings.text(customer.project(), CustomerSetting.COMPANY_NAME));
    }

    /// CUS-6: whether the caller reads all that is written about a customer.
    public boolean isReadInFull(Customer customer) {
        return customer.belongsTo(caller.name()) || caller.holds(customer.project(), Role.SITE_MANAGER);
    }

    public String project(String code) {
        return regions.nameOf(code).orElse(code);
    }

    public String person(String name) {
        return requireNonNull(colleagues.nameOf(name));
    }

    /// Of a customer in the pool nobody.
    public @Nullable String owner(Customer customer) {
        return customer.isPooled() ? null : person(customer.owner());
    }

    public String name(Customer customer) {
        return sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id()));
    }

    public @Nullable String phone(Customer customer) {
        return phones.of(List.of(customer.id())).getOrDefault(customer.id(), List.of()).stream()
                .map(KnownPhone::phone)
                .findFirst()
                .orElse(null);
    }

    public Visiting visiting(Customer customer) {
        return database.sql(VISITING)
                .with("records", customers.records(customer))
                .one(Visiting.class);
    }

    /// Name, phone, number, whose, and in which project.
    public Content.Filling of(Customer customer) {
        var name = name(customer);
        var phone = phone(customer);
        return Content.filling()
                .with("number", customer.number())
                .with("name", name, Mask.name(name))
                .with("phone", phone, phone == null ? null : Mask.number(phone))
                .with("gender", customer.gender())
                .with("project", project(customer.project()))
                .with("consultant", owner(customer));
    }

    /// What the dossier says now, by the keys of its fields; what may not be kept without consent is not among it.
    public Map<String, String> dossier(Customer customer) {
        var said = new HashMap<String, String>();
        values.of(customers.records(customer)).forEach((field, entered) -> {
            if (entered.value() != null) {
                said.put(field, entered.value());
            }
        });
        return said;
    }

    /// PAP-1: of it what the deal report asks; an answer of the project's own in words.
    public Map<String, String> reported(Customer customer) {
        var said = dossier(customer);
        said.keySet().retainAll(REPORTED);
        var income = inWords(fields(customer).get(INCOME), said.get(INCOME));
        if (income != null) {
            said.put(INCOME, income);
        }
        return said;
    }

    /// The fields of the project's template, by key.
    public Map<String, DossierField> fields(Customer customer) {
        var fields = new LinkedHashMap<String, DossierField>();
        templates.of(customer.project()).fields().forEach(field -> fields.put(field.key(), field));
        return fields;
    }

    /// A value of the dossier in words; absent where it says nothing.
    public static @Nullable String inWords(@Nullable DossierField field, @Nullable String kept) {
        return field == null || kept == null ? kept : CustomerWords.value(field, kept);
    }

    /// In full years on a day; absent where no day of birth is known.
    public static @Nullable Integer age(@Nullable String bornOn, LocalDate on) {
        if (bornOn == null) {
            return null;
        }
        try {
            return Math.max(0, Period.between(LocalDate.parse(bornOn), on).getYears());
        } catch (DateTimeException e) {
            return null;
        }
    }

    public static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : OfficeClock.dateOf(at);
    }
}
