package org.anchang.customer.printing;

import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Gender;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.paper.Content;
import org.anchang.kit.paper.PaperSource;
import org.anchang.kit.paper.Template;
import org.anchang.kit.problem.KitRefusal;

/// 客户信息档案: the 42 fields of the form in its six sections, then what else the project asks. For owner and site
/// manager alone, as the dossier is.
@ApplicationScoped
class DossierPaper implements PaperSource {
    static final String NAME = "customer-dossier";

    /// Whose value is printed as boxes, by its keys.
    private static final Set<String> BOXES = Set.of("concerns");

    @Inject
    CustomerContent content;

    @Inject
    Customers customers;

    @Inject
    Caller caller;

    @Override
    public Set<String> papers() {
        return Set.of(NAME);
    }

    @Override
    public Standing standing(Asked asked) {
        return content.standing(known(asked.subject()));
    }

    private Customer known(UUID id) {
        var customer = customers.get(caller.scope(), id);
        refuseUnless(content.isReadInFull(customer), KitRefusal.NOT_FOUND);
        return customer;
    }

    @Override
    public Content content(Asked asked) {
        var customer = known(asked.subject());
        var said = new HashMap<>(content.dossier(customer));
        var phone = content.phone(customer);
        if (phone != null) {
            said.put("mobile", phone);
        }
        if (customer.gender() != null) {
            said.put("gender", customer.gender() == Gender.FEMALE ? "女" : "男");
        }
        var filling = Content.filling()
                .with("number", customer.number())
                .with("name", content.name(customer))
                .with("project", content.project(customer.project()))
                .with("consultant", content.owner(customer));
        var shown = new HashSet<>(Template.named(NAME).fields());
        content.fields(customer).forEach((key, field) -> {
            var value = said.get(key);
            var word = field.kept() != null || BOXES.contains(key) ? value : CustomerContent.inWords(field, value);
            if (shown.contains(key)) {
                filling.with(key, word);
            } else if (!field.hidden()) {
                filling.row("more", row(field, word == null ? "" : word));
            }
        });
        return filling.content();
    }

    private static Map<String, String> row(DossierField field, String value) {
        return Map.of("label", field.label(), "value", value);
    }
}
