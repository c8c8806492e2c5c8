package org.anchang.customer.showing;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Gender;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.phone.KnownPhone;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportRows.Column;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.identity.Role;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// PAP-3, CUS-6: the customers of a project as a file. It shows what the list shows: names in full to the owner and the
/// site manager, each of which is a look; phones masked to everybody.
@ApplicationScoped
class CustomerExport extends ExportSource {
    /// @param name  sealed
    /// @param phone the first, sealed
    record ExportedCustomer(
            UUID id,
            String number,
            String name,
            @Nullable Gender gender,
            Channel channel,
            @Nullable String source,
            @Nullable String broker,
            @Nullable String registration,
            String owner,
            String firstConsultant,
            @Nullable IntentGrade intentGrade,
            Instant registeredAt,
            @Nullable Instant boughtAt,
            @Nullable UUID phoneId,
            @Nullable String phone) {}

    private static final String POOL = "*";
    private static final Map<String, String> CHANNELS =
            Map.of("PHONE_IN", "来电", "WALK_IN", "来访", "SOURCED", "拓客", "REFERRAL", "老带新", "PARTNER", "分销");
    private static final Map<String, String> GENDERS = Map.of("FEMALE", "女", "MALE", "男");
    private static final String CUSTOMERS = """
            SELECT c.id, number, name, gender, channel, source, broker, registration, owner, first_consultant, intent_grade, registered_at,
                   bought_at, p.id AS phone_id, p.phone
            FROM listed_customer c LEFT JOIN first_phone p ON p.customer = c.id WHERE\s""";

    @Inject
    Sealing sealing;

    CustomerExport() {
        super("customers", "客户", "Customers", Role.each(Role.SALES));
    }

    @Override
    public ExportRows<?> reading(Asked asked) {
        var filter = asked.filter().knowing("owner", "channel", "grade", "bought");
        var conditions = asked.on("c.project", "owner")
                .and("owner = :owner", filter.text("owner"))
                .and("channel = :channel", filter.value("channel", Channel.class))
                .and("intent_grade = :grade", filter.value("grade", IntentGrade.class))
                .and("(bought_at IS NOT NULL) = :bought", filter.value("bought", Boolean.class));
        return new ExportRows<>(
                CUSTOMERS + conditions,
                "id",
                conditions.parameters(),
                ExportedCustomer.class,
                columns(asked),
                row -> asked.look("customer", row.id(), row.owner(), Role.SITE_MANAGER));
    }

    private List<Column<ExportedCustomer>> columns(Asked asked) {
        return List.of(
                asked.column("客户编号", "Number", 16, ExportedCustomer::number),
                asked.column("姓名", "Name", 14, row -> name(asked, row)),
                asked.column("电话", "Phone", 18, this::phone),
                asked.column("性别", "Gender", 8, row -> asked.wordIfAny(GENDERS, row.gender())),
                asked.column("渠道", "Channel", 10, row -> asked.word(CHANNELS, row.channel())),
                asked.column("认知途径", "Heard of us by", 16, ExportedCustomer::source),
                asked.column("意向等级", "Intent", 10, ExportedCustomer::intentGrade),
                asked.column("归属顾问", "Owner", 14, row -> owner(asked, row)),
                asked.column("首接顾问", "First consultant", 14, ExportedCustomer::firstConsultant),
                asked.column("登记时间", "Registered", 18, ExportedCustomer::registeredAt),
                asked.column("成交时间", "Bought", 18, ExportedCustomer::boughtAt),
                asked.column("经纪人", "Broker", 16, ExportedCustomer::broker),
                asked.column("报备编号", "Registration", 16, ExportedCustomer::registration));
    }

    private String name(Asked asked, ExportedCustomer row) {
        var name = sealing.open(row.name(), SealedIdentity.nameOf(row.id()));
        return asked.seesInFull(row.owner(), Role.SITE_MANAGER) ? name : Mask.name(name);
    }

    private @Nullable String phone(ExportedCustomer row) {
        return row.phone() == null
                ? null
                : Mask.number(sealing.open(row.phone(), KnownPhone.place(requireNonNull(row.phoneId()))));
    }

    private static String owner(Asked asked, ExportedCustomer row) {
        return row.owner().equals(POOL) ? asked.said("公海", "public pool") : row.owner();
    }
}
