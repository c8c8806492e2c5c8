package org.anchang.customer.dossier.template;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;
import static org.anchang.kit.problem.Refused.refuseUnless;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.dossier.consent.Purpose;
import org.anchang.customer.dossier.template.DossierField.DossierOption;
import org.anchang.customer.dossier.template.TemplateResource.ChangeTemplate;
import org.anchang.customer.dossier.template.TemplateResource.NewField;
import org.anchang.customer.dossier.template.TemplateResource.WantedField;
import org.anchang.kit.name.Names;
import org.anchang.kit.sql.Json;

/// CUS-4: the fields that a project asks, in their order. A field is never taken out, so that what was collected stays:
/// it is hidden.
///
/// @param version 1: as built in
public record Template(int version, @Json List<DossierField> fields) {
    private static final int MOST_FIELDS = 200;

    public Optional<DossierField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    public List<DossierField> shown() {
        return fields.stream().filter(field -> !field.hidden()).toList();
    }

    /// The next version.
    ///
    /// @throws org.anchang.kit.problem.Refused TEMPLATE_LOSES_FIELD, DOSSIER_FIELD_UNKNOWN, OPTIONS_DO_NOT_FIT,
    ///     DOSSIER_FIELD_NAMED_TWICE, TEMPLATE_IS_FULL
    Template changed(ChangeTemplate wish) {
        var named = new HashSet<String>();
        for (var wanted : wish.fields()) {
            if (!named.add(wanted.field())) {
                throw refuse(CustomerRefusal.DOSSIER_FIELD_NAMED_TWICE).with("field", wanted.field());
            }
        }
        fields.stream()
                .filter(field -> !named.contains(field.key()))
                .findFirst()
                .ifPresent(lost -> {
                    throw refuse(CustomerRefusal.TEMPLATE_LOSES_FIELD).with("field", lost.key());
                });
        var next = new ArrayList<>(wish.fields().stream().map(this::wanted).toList());
        wish.added().forEach(field -> next.add(added(field, next.size())));
        refuseIf(next.size() > MOST_FIELDS, CustomerRefusal.TEMPLATE_IS_FULL);
        return new Template(version + 1, List.copyOf(next));
    }

    private DossierField wanted(WantedField wanted) {
        var known = field(wanted.field())
                .orElseThrow(() -> refuse(CustomerRefusal.DOSSIER_FIELD_UNKNOWN).with("field", wanted.field()));
        refuseUnless(
                wanted.furtherOptions().isEmpty() || known.type().hasOptions() && known.kept() == null,
                CustomerRefusal.OPTIONS_DO_NOT_FIT);
        return known.as(
                wanted.hidden(), wanted.required(), wanted.locked(), options(known.options(), wanted.furtherOptions()));
    }

    /// Its key is never another's: fields are not taken out.
    private static DossierField added(NewField field, int nth) {
        refuseUnless(field.type().hasOptions() == !field.options().isEmpty(), CustomerRefusal.OPTIONS_DO_NOT_FIT);
        var purpose =
                field.type() == FieldType.TEXT && !field.purpose().needsConsent() ? Purpose.FREE_TEXT : field.purpose();
        return new DossierField(
                "own" + nth,
                null,
                field.section(),
                Names.trimmed(field.label()),
                null,
                field.help() == null ? null : Names.trimmed(field.help()),
                null,
                field.type(),
                options(List.of(), field.options()),
                purpose,
                false,
                field.required(),
                field.locked(),
                null,
                true);
    }

    /// Answers are added and never taken out; two that look alike are one.
    private static List<DossierOption> options(List<DossierOption> known, List<String> further) {
        var labels = new HashSet<>(
                known.stream().map(option -> Names.key(option.label())).toList());
        refuseUnless(
                further.stream().allMatch(label -> labels.add(Names.key(label))), CustomerRefusal.OPTIONS_DO_NOT_FIT);
        var next = Stream.iterate(known.size(), nth -> nth + 1).iterator();
        return Stream.concat(
                        known.stream(),
                        further.stream()
                                .map(label -> new DossierOption("own" + next.next(), Names.trimmed(label), null)))
                .toList();
    }
}
