package org.anchang.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.Channel;
import org.anchang.customer.Customer;
import org.anchang.customer.CustomerNumber;
import org.anchang.customer.Customers;
import org.anchang.customer.NumberSeries;
import org.anchang.customer.Numbers;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.finding.NameTokens;
import org.anchang.customer.importing.ImportedRecords.Imported;
import org.anchang.customer.importing.row.ImportKind;
import org.anchang.customer.ownership.MovingCustomers;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.customer.registration.RegisteringCustomer;
import org.anchang.customer.tag.TagsOfCustomers;
import org.anchang.events.CustomerEvent;
import org.anchang.kit.name.Names;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CUS-8: registers those of a slice who are new as the front desk does (CUS-2, CUS-3), in a few statements for all.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RegisteringNewcomers {
    /// Somebody has registered one of them in this very moment: the slice is tried again, and finds them.
    static final class TakenMeanwhile extends RuntimeException {}

    /// Somebody whom the project does not know yet.
    record Newcomer(
            UUID id,
            ChosenRow row,
            String name,
            Channel channel,
            @Nullable UUID introducer) {}

    @Inject
    RegisteringCustomer registering;

    @Inject
    MovingCustomers moving;

    @Inject
    ImportedRecords records;

    @Inject
    Customers customers;

    @Inject
    TagsOfCustomers tags;

    @Inject
    KnownPhones phones;

    @Inject
    NameTokens names;

    @Inject
    Numbers numbers;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    /// @throws TakenMeanwhile
    void register(Run run, List<Newcomer> newcomers) {
        if (newcomers.isEmpty()) {
            return;
        }
        var project = run.running().project();
        takePhones(run, newcomers);
        var given = numbersOf(registering.regionOf(project), newcomers);
        var told = new ArrayList<CustomerEvent>();
        var pooled = new ArrayList<Customer>();
        var imported = new ArrayList<Imported>();
        var called = new LinkedHashMap<UUID, String>();
        var made = new ArrayList<Customer>();
        for (var newcomer : newcomers) {
            var said = newcomer.row().said();
            var consultant = run.people().consultant(said.consultant());
            var customer = customer(run, newcomer, Objects.requireNonNull(given.get(newcomer.id())), consultant);
            made.add(customer);
            called.put(newcomer.id(), newcomer.name());
            told.add(customer.registration(sealing));
            if (consultant == null) {
                pooled.add(customer);
            }
            imported.add(new Imported(
                    project,
                    ImportKind.CUSTOMERS,
                    Objects.requireNonNull(
                            newcomer.row().numberKey() == null
                                    ? newcomer.row().phoneKey()
                                    : newcomer.row().numberKey()),
                    newcomer.id(),
                    newcomer.id(),
                    run.running().id(),
                    said.author()));
        }
        customers.persist(made);
        customers.flush();
        told.addAll(moving.intoPool(pooled, new Customer.Decision(Customer.POOL, run.by(), run.at(), "POOLED")));
        numbers.keep(made, run.at());
        customers.flush();
        names.called(called);
        tags.addToNew(
                project,
                newcomers.stream()
                        .filter(newcomer -> !newcomer.row().said().tags().isEmpty())
                        .collect(Collectors.toMap(
                                Newcomer::id, newcomer -> newcomer.row().said().tags())),
                new TagsOfCustomers.Tagger(run.by(), run.at()));
        records.keep(imported);
        outbox.appendAll(told);
    }

    private Customer customer(Run run, Newcomer newcomer, CustomerNumber number, @Nullable String consultant) {
        var said = newcomer.row().said();
        var id = newcomer.id();
        var first = consultant != null ? consultant : run.people().author(said.consultant());
        var author = run.people().author(said.author());
        var customer = Customer.registered(new Customer.Registration(
                id,
                run.running().project(),
                number,
                new SealedIdentity(
                        sealing.seal(newcomer.name(), SealedIdentity.nameOf(id)),
                        sealing.fingerprint(Names.key(newcomer.name()))),
                new Customer.Origin(
                        newcomer.channel(),
                        said.source(),
                        newcomer.introducer(),
                        said.gender(),
                        sealing.sealIfAny(said.note(), Customer.noteOf(id)),
                        null),
                first == null ? Customer.POOL : first,
                author == null ? run.by() : author,
                said.at() == null ? run.at() : said.at()));
        if (said.grade() != null) {
            customer.grade(said.grade());
        }
        return customer;
    }

    private void takePhones(Run run, List<Newcomer> newcomers) {
        var project = run.running().project();
        var writer = new KnownPhones.Writer(run.by(), run.at());
        var main = new LinkedHashMap<UUID, String>();
        for (var newcomer : newcomers) {
            var own = newcomer.row().said().phone();
            if (own != null) {
                main.put(newcomer.id(), own);
            }
        }
        if (phones.takeAll(project, main, writer).size() < main.size()) {
            throw new TakenMeanwhile();
        }
        // Those of the rows that say more of the same, unless they are somebody's.
        for (var newcomer : newcomers) {
            for (var more : newcomer.row().morePhones()) {
                phones.takeAll(project, Map.of(newcomer.id(), more), writer);
            }
        }
    }

    /// CUS-2: taken as late as can be, series by series in one order, so that nobody waits for whom they keep waiting.
    private Map<UUID, CustomerNumber> numbersOf(String region, List<Newcomer> newcomers) {
        var bySeries = new TreeMap<String, List<UUID>>();
        var series = new HashMap<String, NumberSeries>();
        for (var newcomer : newcomers) {
            var one = RegisteringCustomer.seriesOf(region, newcomer.name());
            series.put(one.toString(), one);
            bySeries.computeIfAbsent(one.toString(), _ -> new ArrayList<>()).add(newcomer.id());
        }
        var given = new HashMap<UUID, CustomerNumber>();
        bySeries.forEach((key, ids) -> {
            var next = numbers.next(Objects.requireNonNull(series.get(key)), ids.size());
            for (int i = 0; i < ids.size(); i++) {
                given.put(ids.get(i), next.get(i));
            }
        });
        return given;
    }
}
