package org.anchang.inventory.opening;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseIf;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.anchang.events.InventoryEvent.OpeningDayDrawn;
import org.anchang.inventory.InventoryRefusal;
import org.anchang.kit.seal.Place;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// INV-13: the opening day of a release.
@Entity
public class OpeningDay {
    /// What a day is planned with.
    public record Plan(UUID id, String project, UUID release, String name) {}

    /// How the order came about.
    ///
    /// @param method  `LOTTERY` or `NOTARY`
    /// @param seed    of a lottery
    /// @param tickets how many took part
    public record Order(String method, @Nullable Seed seed, int tickets) {}

    @Id
    private UUID id;

    private String project;
    private UUID release;
    private String name;

    @Enumerated(EnumType.STRING)
    private OpeningDayState state;

    private String seedHash;
    private @Nullable String sealedSeed;

    @Embedded
    private @Nullable CallRules rules;

    private String plannedBy;
    private Instant plannedAt;

    @SuppressWarnings("NullAway")
    protected OpeningDay() {}

    private OpeningDay(Plan plan, String by, Instant at) {
        this.id = plan.id();
        this.project = plan.project();
        this.release = plan.release();
        this.name = plan.name();
        this.state = OpeningDayState.PLANNED;
        this.seedHash = "";
        this.plannedBy = by;
        this.plannedAt = at;
    }

    /// Plans a day whose seed somebody else keeps, the notary for one, until the draw.
    static OpeningDay withSeedKeptElsewhere(Plan plan, String seedHash, Planner by) {
        var day = new OpeningDay(plan, by.name(), by.at());
        day.seedHash = seedHash;
        return day;
    }

    /// Plans a day with a seed that nobody sees until the draw.
    static OpeningDay withSeedOfItsOwn(Plan plan, Sealing sealing, Planner by) {
        var seed = Seed.random();
        var day = withSeedKeptElsewhere(plan, seed.hash(), by);
        day.sealedSeed = sealing.seal(seed.text(), day.place());
        return day;
    }

    /// Who plans a day, and when.
    record Planner(String name, Instant at) {}

    /// Ticket holders may check in from now on.
    void openCheckIn() {
        state = OpeningDayMove.OPEN_CHECK_IN.from(state);
    }

    /// @throws org.anchang.kit.problem.Refused OPENING_DAY_MOVE_NOT_POSSIBLE unless tickets check in
    public void mustBeToDraw() {
        OpeningDayMove.DRAW.from(state);
    }

    /// The seed of this day, which is the one whose hash was published.
    ///
    /// @param given where somebody else keeps it
    /// @throws org.anchang.kit.problem.Refused SEED_IS_TOO_SHORT, SEED_IS_NOT_THE_PUBLISHED_ONE
    public Seed reveal(@Nullable String given, Sealing sealing) {
        var text = given == null && sealedSeed != null ? sealing.open(sealedSeed, place()) : given;
        refuseIf(text != null && new Seed(text).isTooShort(), InventoryRefusal.SEED_IS_TOO_SHORT);
        if (text == null || !new Seed(text).hash().equals(seedHash)) {
            throw refuse(InventoryRefusal.SEED_IS_NOT_THE_PUBLISHED_ONE).with("seedHash", seedHash);
        }
        return new Seed(text);
    }

    private Place place() {
        return new Place("opening_day", "sealed_seed", id);
    }

    /// The order is drawn, once and for all.
    ///
    /// @throws org.anchang.kit.problem.Refused OPENING_DAY_MOVE_NOT_POSSIBLE
    public OpeningDayDrawn draw(Order order, Instant at) {
        state = OpeningDayMove.DRAW.from(state);
        return new OpeningDayDrawn(
                id,
                project,
                at,
                release,
                order.method(),
                order.seed() == null ? null : order.seed().text(),
                order.tickets());
    }

    /// Tickets are called from now on, by rules that stand.
    void start(CallRules fixed) {
        state = OpeningDayMove.START.from(state);
        rules = fixed;
    }

    /// What is left is for sale to everybody.
    void end() {
        state = OpeningDayMove.END.from(state);
    }

    void callOff() {
        state = OpeningDayMove.CALL_OFF.from(state);
    }

    /// @throws org.anchang.kit.problem.Refused OPENING_DAY_MOVE_NOT_POSSIBLE once the order is drawn
    public void mustTakeTickets() {
        must("LIST_TICKETS", state == OpeningDayState.PLANNED || state == OpeningDayState.CHECK_IN);
    }

    /// @throws org.anchang.kit.problem.Refused OPENING_DAY_MOVE_NOT_POSSIBLE before check-in is open, and once it ended
    public void mustBeCheckingIn() {
        must("CHECK_IN", state != OpeningDayState.PLANNED && state.isOn());
    }

    /// @throws org.anchang.kit.problem.Refused OPENING_DAY_MOVE_NOT_POSSIBLE once it is over
    public void mustNotBeOver() {
        must("NAME_CUSTOMER", state.isOn());
    }

    private void must(String what, boolean possible) {
        if (!possible) {
            throw refuse(InventoryRefusal.OPENING_DAY_MOVE_NOT_POSSIBLE)
                    .with("move", what)
                    .with("state", state);
        }
    }

    /// The rules of a day that runs.
    ///
    /// @throws org.anchang.kit.problem.Refused OPENING_DAY_IS_NOT_RUNNING
    public CallRules runningRules() {
        if (state != OpeningDayState.RUNNING || rules == null) {
            throw refuse(InventoryRefusal.OPENING_DAY_IS_NOT_RUNNING).with("state", state);
        }
        return rules;
    }

    public UUID id() {
        return id;
    }

    public String project() {
        return project;
    }

    public UUID release() {
        return release;
    }

    public String name() {
        return name;
    }

    public OpeningDayState state() {
        return state;
    }

    public String seedHash() {
        return seedHash;
    }

    /// Absent until the day runs.
    public @Nullable CallRules rules() {
        return rules;
    }

    public String plannedBy() {
        return plannedBy;
    }

    public Instant plannedAt() {
        return plannedAt;
    }
}
