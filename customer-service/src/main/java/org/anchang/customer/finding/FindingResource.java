package org.anchang.customer.finding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.Customers;
import org.anchang.customer.IntentGrade;
import org.anchang.customer.finding.FindingCustomers.Alike;
import org.anchang.customer.phone.HiddenPhone;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.showing.ShowingCustomers;
import org.anchang.customer.showing.ShownCustomer;
import org.anchang.kit.Action;
import org.anchang.kit.OffersByName;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.Names;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// CUS-9: customers by what people remember of them; CUS-3: whether somebody is known already, asked before saving.
@Path("/api/v1/customers")
@RunOnVirtualThread
@Tag(name = "Customers")
@RolesAllowed({Role.SALES, Role.ADMINISTRATOR})
public class FindingResource {
    /// How many customers there are, and how many of each kind; and what can be done with all of them.
    public record CustomerCounts(
            long all,
            long buyers,
            List<Count> owners,
            List<Count> channels,
            List<Count> grades,
            List<Action> actions) {}

    /// @param of a user name, a channel or a grade
    public record Count(String of, long customers) {}

    /// CUS-3: whom the project knows by a phone.
    ///
    /// @param whole     whether the whole number was asked for, or only a part of it can be seen
    /// @param customers how many it may be; where there are several, none is told
    public record KnownByPhone(boolean whole, int customers, List<KnownCustomer> known) {}

    /// CUS-3, SEC-1: of another's customer the owner and the last contact, nothing else.
    ///
    /// @param id     where it is the caller's to open
    /// @param number the same
    public record KnownCustomer(@Nullable UUID id, @Nullable String number, String owner, Instant lastContactAt) {}

    @Inject
    OffersByName offers;

    @Inject
    FindingCustomers finding;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    ShowingCustomers showing;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @Operation(
            summary = "Customers of a project, phones masked, in the order of their registration",
            description =
                    "`query`: one character of a name or more, its pinyin or initials or their beginning, the last four"
                            + " digits of a phone, a customer number or its beginning, or the label of a unit; `phone`: the"
                            + " whole number, or a partly hidden one (`138****8000`); `unit`: a part of the label of the"
                            + " unit that they are buying; `overdue`, in one project: whether something that is to be done"
                            + " with them is late; `pooled`: whether they are nobody's; `tag`: who has it")
    public Page<ShownCustomer> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("phone") @Nullable String phone,
            @QueryParam("query") @Nullable String query,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("channel") @Nullable Channel channel,
            @QueryParam("grade") @Nullable IntentGrade grade,
            @QueryParam("bought") @Nullable Boolean bought,
            @QueryParam("withoutPhone") @Nullable Boolean withoutPhone,
            @QueryParam("source") @Nullable String source,
            @QueryParam("pooled") @Nullable Boolean pooled,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("unit") @Nullable @Size(max = 40) String unit,
            @QueryParam("tag") @Nullable UUID tag,
            @Valid @BeanParam PageRequest page) {
        var filter = new FindingCustomers.CustomerFilter(
                project, owner, channel, grade, bought, withoutPhone, source, pooled, overdue, tag);
        var sought = sought(project, phone, query);
        return showing.list(finding.list(caller.scope(), filter, unit == null ? sought : sought.andUnit(unit), page));
    }

    @GET
    @Path("/counts")
    @Snapshot
    @Operation(summary = "How many customers of a project there are, by owner, channel and grade")
    public CustomerCounts counts(@NotBlank @QueryParam("project") String project) {
        caller.mustBeBoundTo(project);
        var filter = FindingCustomers.CustomerFilter.allOf(project);
        var alike = finding.counts(caller.scope(), filter);
        return new CustomerCounts(
                alike.stream().mapToLong(Alike::customers).sum(),
                alike.stream().filter(Alike::bought).mapToLong(Alike::customers).sum(),
                by(alike, Alike::owner),
                by(alike, one -> one.channel().name()),
                by(
                        alike,
                        one -> one.intentGrade() == null
                                ? "-"
                                : one.intentGrade().name()),
                List.of(offers.of(CustomerAction.IMPORT).to(caller, project)));
    }

    @GET
    @Path("/known")
    @Snapshot
    @RolesAllowed({Role.CONSULTANT, Role.SITE_MANAGER})
    @Operation(
            summary = "Whether the project knows a phone, and whose customer it is, before anything is saved",
            description = "A number that is partly hidden (`138****8000`) is matched by the digits one sees; where"
                    + " several fit, complete it")
    public KnownByPhone known(
            @NotBlank @QueryParam("project") String project,
            @NotNull @Size(max = 40) @QueryParam("phone") String phone) {
        caller.mustBeBoundTo(project);
        var hidden = Phone.in(phone).isPresent() ? null : HiddenPhone.in(phone).orElse(null);
        var found = hidden == null
                ? phones.whose(project, Phone.of(phone)).map(List::of).orElse(List.of())
                : phones.whoseMayBe(project, hidden);
        return new KnownByPhone(
                hidden == null,
                found.size(),
                found.size() > 1
                        ? List.of()
                        : found.stream()
                                .map(id -> customers.anyOf(project, id))
                                .map(this::known)
                                .toList());
    }

    private KnownCustomer known(Customer customer) {
        var isOwn = showing.inFull(customer);
        return new KnownCustomer(
                isOwn ? customer.id() : null,
                isOwn ? customer.number() : null,
                customer.owner(),
                showing.lastContact(customer));
    }

    private Sought sought(@Nullable String project, @Nullable String phone, @Nullable String query) {
        if (phone != null && !Names.isUnseen(phone)) {
            return finding.byPhone(phone, project);
        }
        return query == null ? Sought.ALL : finding.understood(query, project);
    }

    private static List<Count> by(List<Alike> alike, Function<Alike, String> what) {
        Map<String, Long> counts = alike.stream()
                .collect(Collectors.groupingBy(what, TreeMap::new, Collectors.summingLong(Alike::customers)));
        return counts.entrySet().stream()
                .map(count -> new Count(count.getKey(), count.getValue()))
                .toList();
    }
}
