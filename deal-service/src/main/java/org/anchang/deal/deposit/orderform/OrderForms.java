package org.anchang.deal.deposit.orderform;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.deal.Deal;
import org.anchang.deal.Deals;
import org.anchang.deal.answer.Keeper;
import org.anchang.deal.answer.Kept;
import org.anchang.deal.deposit.orderform.OrderForm.OrderFormState;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.problem.KitRefusal;

/// All order forms, reached through their deal, whose scope they share (SEC-1).
@ApplicationScoped
public class OrderForms implements PanacheRepositoryBase<OrderForm, UUID>, Keeper {
    @Inject
    Deals deals;

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    public OrderForm get(Scope scope, UUID id) {
        var form = findByIdOptional(id).orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        deals.get(scope, form.deal());
        return form;
    }

    /// The deal of a form, to lock it before the form is read.
    ///
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    UUID dealOf(UUID id) {
        return getEntityManager()
                .createQuery("select f.deal from OrderForm f where f.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    /// The form that counts or waits for signatures.
    public Optional<OrderForm> current(UUID deal) {
        return find("deal = ?1 and state in ?2", deal, List.of(OrderFormState.DRAFT, OrderFormState.SIGNED))
                .firstResultOptional();
    }

    /// 定房日期: the day of the deal's first form, whatever became of it.
    public Optional<LocalDate> firstDrawnOn(UUID deal) {
        return find("deal = ?1 order by number", deal)
                .firstResultOptional()
                .map(form -> OfficeClock.dateOf(form.drawnAt()));
    }

    /// Of each deal the last form that was not voided.
    public List<OrderForm> latestOf(Collection<UUID> deals) {
        return list(
                "from OrderForm f where f.deal in ?1 and f.state <> ?2 and not exists (select 1 from OrderForm later"
                        + " where later.deal = f.deal and later.state <> ?2 and later.number > f.number)",
                deals,
                OrderFormState.VOIDED);
    }

    /// The number of the deal's next form.
    public int nextNumber(UUID deal) {
        return (int) count("deal", deal) + 1;
    }

    /// The form that counts or waits for signatures; after signing, the one that was taken back.
    @Override
    public List<Kept.Form> kept(Collection<Deal> of) {
        return latestOf(of.stream().map(Deal::id).toList()).stream()
                .map(form -> {
                    var figures = form.content().figures();
                    return new Kept.Form(
                            form.deal(),
                            form.id(),
                            form.number(),
                            form.state().name(),
                            figures.unitPrice(),
                            figures.discount(),
                            figures.total());
                })
                .toList();
    }
}
