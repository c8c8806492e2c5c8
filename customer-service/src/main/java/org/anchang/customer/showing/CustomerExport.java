package org.anchang.customer.showing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anchang.customer.Channel;
import org.anchang.customer.Gender;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.phone.KnownPhone;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.kit.export.Asked;
import org.anchang.kit.export.ExportRows;
import org.anchang.kit.export.ExportSource;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// PAP-3, CUS-6: the customers of a project as a file. It shows what the list shows: names in full to the owner and the
/// site manager, each of which is a look; phones masked to everybody.
@ApplicationScoped
class CustomerExport implements ExportSource {
    /// @param name sealed
    record ExportedCustomer(
            UUID id,
            String project,
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
            @Nullable Instant boughtAt) {}

    private static final String POOL = "*";
    private static final Map<String, String> CHANNELS =
            Map.of("PHONE_IN", "来电", "WALK_IN", "来访", "SOURCED", "拓客", "REFERRAL", "老带新", "PARTNER", "分销");
    private static final Map<String, String> GENDERS = Map.of("FEMALE", "女", "MALE", "男");
    private static final String CUSTOMERS = """
            SELECT id, project, number, name, gender, channel, source, broker, registration, owner, first_consultant, intent_grade, registered_at, bought_at
            FROM listed_customer WHERE\s""";

    @Inject
    KnownPhones phones;

    @Inject
    Sealing sealing;

    @Override
    public String list() {
        return "customers";
    }

    @Override
    public String title(Asked asked) {
        return asked.said("客户", "Customers");
    }

    @Override
    public Set<String> roles() {
        return Set.of(
                Role.CONSULTANT,
                Role.SITE_MANAGER,
                Role.SALES_SUPERVISOR,
                Role.SALES_MANAGER,
                Role.SALES_STATISTICIAN,
                Role.GENERAL_MANAGER);
    }

    @Override
    public List<Heading> headings(Asked asked) {
        return List.of(
                new Heading(asked.said("客户编号", "Number"), 16),
                new Heading(asked.said("姓名", "Name"), 14),
                new Heading(asked.said("电话", "Phone"), 18),
                new Heading(asked.said("性别", "Gender"), 8),
                new Heading(asked.said("渠道", "Channel"), 10),
                new Heading(asked.said("认知途径", "Heard of us by"), 16),
                new Heading(asked.said("意向等级", "Intent"), 10),
                new Heading(asked.said("归属顾问", "Owner"), 14),
                new Heading(asked.said("首接顾问", "First consultant"), 14),
                new Heading(asked.said("登记时间", "Registered"), 18),
                new Heading(asked.said("成交时间", "Bought"), 18),
                new Heading(asked.said("经纪人", "Broker"), 16),
                new Heading(asked.said("报备编号", "Registration"), 16));
    }

    @Override
    public ExportRows<?> reading(Asked asked) {
        var filter = asked.filter().knowing("owner", "channel", "grade", "bought");
        var conditions = asked.on("project", "owner")
                .and("owner = :owner", filter.text("owner"))
                .and("channel = :channel", filter.value("channel", Channel.class))
                .and("intent_grade = :grade", filter.value("grade", IntentGrade.class))
                .and("(bought_at IS NOT NULL) = :bought", filter.value("bought", Boolean.class));
        return new ExportRows<>(
                CUSTOMERS + conditions,
                "id",
                conditions.parameters(),
                ExportedCustomer.class,
                batch -> cells(asked, batch),
                batch -> looks(asked, batch));
    }

    private List<List<@Nullable Object>> cells(Asked asked, List<ExportedCustomer> batch) {
        var known = phones.of(batch.stream().map(ExportedCustomer::id).toList());
        return batch.stream()
                .map(row -> cells(asked, row, known.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private List<@Nullable Object> cells(Asked asked, ExportedCustomer row, List<KnownPhone> known) {
        var name = sealing.open(row.name(), SealedIdentity.nameOf(row.id()));
        var phone =
                known.stream().map(one -> Mask.number(one.phone())).findFirst().orElse(null);
        return Arrays.asList(
                row.number(),
                asked.seesInFull(row.owner(), Role.SITE_MANAGER) ? name : Mask.name(name),
                phone,
                asked.wordIfAny(GENDERS, row.gender()),
                asked.word(CHANNELS, row.channel()),
                row.source(),
                row.intentGrade() == null ? null : row.intentGrade().name(),
                row.owner().equals(POOL) ? asked.said("公海", "public pool") : row.owner(),
                row.firstConsultant(),
                row.registeredAt(),
                row.boughtAt(),
                row.broker(),
                row.registration());
    }

    private static List<Looks.At> looks(Asked asked, List<ExportedCustomer> batch) {
        return batch.stream()
                .filter(row -> asked.seesInFull(row.owner(), Role.SITE_MANAGER))
                .map(row -> new Looks.At(
                        "customer",
                        row.id(),
                        row.project(),
                        asked.person().equals(row.owner()) ? Looks.Right.OWNER : Looks.Right.SITE_MANAGER))
                .toList();
    }
}
