package org.anchang.customer.staff;

import static org.anchang.kit.problem.Refused.refuse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.anchang.kit.identity.Scope;
import org.anchang.kit.page.Conditions;
import org.anchang.kit.page.Page;
import org.anchang.kit.page.PageRequest;
import org.anchang.kit.problem.KitRefusal;
import org.jspecify.annotations.Nullable;

/// All who work in the offices. A caller meets those who have, or had, a post in the caller's projects (SEC-1).
@ApplicationScoped
class StaffPeople implements PanacheRepositoryBase<StaffPerson, String> {
    /// @param left those too who hold no post any more
    record PersonFilter(@Nullable String project, boolean left) {}

    @Inject
    Posts posts;

    /// Of the person's posts one is changed at a time: what may be held beside what is decided under this lock.
    Optional<StaffPerson> toChange(String person) {
        return Optional.ofNullable(findById(person, LockModeType.PESSIMISTIC_WRITE));
    }

    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    StaffPerson toChange(Scope scope, String person) {
        return toChange(person)
                .filter(found -> posts.isMet(scope, found.person()))
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
    }

    Page<StaffPerson> list(Scope scope, PersonFilter filter, PageRequest page) {
        var current = filter.left() ? "" : "p.endedAt is null and ";
        var held = new Conditions(
                        "p.person = s.person and " + current + scope.on("p.project"), scope.projectParameters())
                .and("p.project = :project", filter.project());
        var conditions = new Conditions("exists (select 1 from Post p where " + held + ")", held.parameters())
                .and("s.person > :after", page.after().map(List::getLast).orElse(null));
        var found = find("from StaffPerson s where " + conditions + " order by s.person", conditions.parameters())
                .page(0, page.rows())
                .list();
        return Page.of(found, page, person -> List.of(person.person()));
    }
}
