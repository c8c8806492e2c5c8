package org.anchang.customer.printing;

import java.util.StringJoiner;
import org.anchang.customer.Channel;
import org.anchang.customer.dossier.template.DossierField;
import org.anchang.customer.dossier.template.FieldType;
import org.anchang.events.CustomerEvent.ReceptionReason;

/// The office's words on paper, which is Chinese whoever prints it.
public final class CustomerWords {
    private CustomerWords() {}

    public static String channel(Channel channel) {
        return switch (channel) {
            case PHONE_IN -> "来电";
            case WALK_IN -> "来访";
            case SOURCED -> "外拓";
            case REFERRAL -> "老带新";
            case PARTNER -> "渠道";
        };
    }

    /// Why somebody received: by whose customer it is, and what kept their consultant away.
    public static String reason(ReceptionReason reason) {
        return switch (reason) {
            case OWN_CUSTOMER -> "老客户来访，由归属置业顾问接待";
            case NEW_VISITOR -> "新客户来访，由当值置业顾问接待";
            case OWNER_ON_ERRAND -> "归属置业顾问外出，由当值置业顾问代接待";
            case OWNER_ON_BUSINESS_TRIP -> "归属置业顾问出差，由当值置业顾问代接待";
            case OWNER_ON_LEAVE -> "归属置业顾问请假，由当值置业顾问代接待";
        };
    }

    /// A value of the dossier, its keys in the words of its options.
    static String value(DossierField field, String kept) {
        return switch (field.type()) {
            case TEXT, NUMBER, DATE -> kept;
            case YES_NO -> Boolean.parseBoolean(kept) ? "是" : "否";
            case ONE_OF, MANY_OF -> options(field, kept);
        };
    }

    private static String options(DossierField field, String kept) {
        var said = new StringJoiner("、");
        for (var key : field.type() == FieldType.MANY_OF ? kept.split(",") : new String[] {kept}) {
            said.add(field.options().stream()
                    .filter(option -> option.key().equals(key))
                    .findFirst()
                    .map(DossierField.DossierOption::label)
                    .orElse(key));
        }
        return said.toString();
    }
}
