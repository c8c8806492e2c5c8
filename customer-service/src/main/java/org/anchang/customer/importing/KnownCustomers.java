package org.anchang.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchang.customer.Customers;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.kit.phone.Phone;
import org.jspecify.annotations.Nullable;

/// Whom of the project a slice's rows mean, by phone or by the older system's number.
@ApplicationScoped
class KnownCustomers {
    /// What the project knows of a slice's rows.
    record Found(Map<String, UUID> byPhone, Map<String, UUID> byNumber) {
        @Nullable
        UUID whose(@Nullable String phone, @Nullable String number) {
            var whose = phone == null ? null : byPhone.get(phone);
            return whose != null || number == null ? whose : byNumber.get(number);
        }

        boolean areTwo(ChosenRow row) {
            var phones = row.phoneKey() == null ? null : byPhone.get(row.phoneKey());
            var numbers = row.numberKey() == null ? null : byNumber.get(row.numberKey());
            return phones != null && numbers != null && !phones.equals(numbers);
        }
    }

    @Inject
    ImportedRecords records;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    Found of(String project, List<ChosenRow> rows) {
        var byPhone = new LinkedHashSet<String>();
        var byNumber = new LinkedHashSet<String>();
        for (var row : rows) {
            add(row.phoneKey(), byPhone);
            add(row.numberKey(), byNumber);
            var introducer = row.said().introducer();
            if (introducer != null) {
                keysOf(introducer).forEach(key -> {
                    byPhone.add(key);
                    byNumber.add(key);
                });
            }
        }
        return new Found(phones.whose(project, byPhone), standing(records.customers(project, byNumber)));
    }

    /// CUS-3: whom the numbers of merged records lead to.
    private Map<String, UUID> standing(Map<String, UUID> byNumber) {
        var standing = new HashMap<String, UUID>();
        var into = new HashMap<UUID, UUID>();
        customers.each(Set.copyOf(byNumber.values())).forEach(customer -> {
            var merged = customer.mergedInto();
            into.put(customer.id(), merged == null ? customer.id() : merged);
            customers.getEntityManager().detach(customer);
        });
        byNumber.forEach((key, id) -> standing.put(key, into.getOrDefault(id, id)));
        return standing;
    }

    /// Of a phone or a number of the older system.
    Stream<String> keysOf(String written) {
        return Stream.concat(Phone.in(written).map(phones::fingerprint).stream(), Stream.of(records.ofNumber(written)));
    }

    private static void add(@Nullable String key, Collection<String> to) {
        if (key != null) {
            to.add(key);
        }
    }
}
