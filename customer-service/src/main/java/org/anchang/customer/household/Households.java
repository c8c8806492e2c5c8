package org.anchang.customer.household;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;

/// All who are, or were, of a household. Who may see one of them may see that the others are.
@ApplicationScoped
class Households implements PanacheRepositoryBase<HouseholdMember, UUID>, Recorded {
    private static final String STANDING = "(select coalesce(c.mergedInto, c.id) from Customer c where c.id = ?1)";

    /// The place of a customer who stands.
    Optional<HouseholdMember> placeOf(UUID customer) {
        return find("customer = ?1 and leftAt is null", customer).firstResultOptional();
    }

    /// Those of it now, who stands for it first.
    List<HouseholdMember> of(UUID household) {
        return list(
                "household = ?1 and leftAt is null order by case when relation = ?2 then 0 else 1 end, id",
                household,
                HouseholdRelation.SELF);
    }

    /// All customers of the household of a customer by any id they ever had; none where there is none.
    /// None of them is
    /// read yet.
    List<UUID> customersWith(UUID customer) {
        return getEntityManager()
                .createQuery(
                        "select m.customer from HouseholdMember m where m.leftAt is null and m.household in ("
                                + "select o.household from HouseholdMember o where o.leftAt is null and o.customer in "
                                + STANDING + ") order by m.customer",
                        UUID.class)
                .setParameter(1, customer)
                .getResultList();
    }

    Household get(UUID household) {
        return getEntityManager().find(Household.class, household);
    }

    @Override
    public Held held() {
        return Held.in("household_member", "HOUSEHOLD_MEMBERS", "leave_reason")
                .goingAlongIf("body::jsonb ->> 'left_at' IS NULL");
    }
}
