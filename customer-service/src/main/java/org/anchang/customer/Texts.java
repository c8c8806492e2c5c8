package org.anchang.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.look.Looks;
import org.anchang.kit.page.Page;
import org.anchang.kit.seal.Mask;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CUS-6: what was written about a customer in words of one's own: notes, what was said, reasons. It stands sealed, no
/// event carries it, and the customer's owner and the site manager alone read it; each such answer is kept as a look.
@ApplicationScoped
public class Texts {
    /// Opens a text, or shows nothing of it.
    @FunctionalInterface
    public interface Reading {
        @Nullable
        String of(@Nullable String sealed, Place place);
    }

    @Inject
    Customers customers;

    @Inject
    Sealing sealing;

    @Inject
    Looks looks;

    @Inject
    Caller caller;

    /// Texts that a statement has put together, each sealed in the column after which it is called.
    public Map<String, String> together(Map<String, String> sealed, Function<String, Place> place, Reading read) {
        var opened = new TreeMap<String, String>();
        sealed.forEach((column, kept) -> {
            var text = read.of(kept, place.apply(column));
            if (text != null) {
                opened.put(column, text);
            }
        });
        return opened;
    }

    /// For the answer to who has just written it, which is no look.
    public Reading written() {
        return sealing::openIfAny;
    }

    /// For one customer's history.
    public Reading of(Customer customer) {
        if (!mayRead(customer)) {
            return (_, _) -> null;
        }
        looks.keep(look(customer));
        return sealing::openIfAny;
    }

    /// Shows each item of a page: opened where it is about a customer whose texts the caller may read.
    ///
    /// @param customer none where it is about no customer
    public <T, S> Page<S> each(
            Page<T> page, Function<T, @Nullable UUID> customer, Function<T, Function<Reading, S>> shown) {
        var readable = readable(page.items().stream()
                .flatMap(item -> Stream.ofNullable(customer.apply(item)))
                .collect(Collectors.toSet()));
        return page.map(item -> {
            var about = customer.apply(item);
            var isRead = about != null && readable.contains(about);
            return shown.apply(item).apply(isRead ? sealing::openIfAny : (_, _) -> null);
        });
    }

    /// What the customers of a page are called: in full for whoever may read their texts too, masked for others.
    public Map<UUID, String> names(Collection<UUID> about) {
        return customers.each(Set.copyOf(about), this::name);
    }

    private String name(Customer customer) {
        var name = sealing.open(customer.identity().name(), SealedIdentity.nameOf(customer.id()));
        return mayRead(customer) ? name : Mask.name(name);
    }

    private Set<UUID> readable(Collection<UUID> about) {
        var found = customers.each(about).stream().filter(this::mayRead).toList();
        looks.keepAll(found.stream().map(this::look).toList());
        return found.stream().map(Customer::id).collect(Collectors.toCollection(HashSet::new));
    }

    private boolean mayRead(Customer customer) {
        return customer.belongsTo(caller.name()) || caller.holds(customer.project(), Role.SITE_MANAGER);
    }

    private Looks.At look(Customer customer) {
        var right = customer.belongsTo(caller.name()) ? Looks.Right.OWNER : Looks.Right.SITE_MANAGER;
        return new Looks.At("customer", customer.id(), customer.project(), right);
    }
}
