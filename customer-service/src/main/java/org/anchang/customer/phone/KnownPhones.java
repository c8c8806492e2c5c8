package org.anchang.customer.phone;

import static org.anchang.kit.problem.Refused.refuse;
import static org.anchang.kit.problem.Refused.refuseUnless;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.Held;
import org.anchang.customer.Recorded;
import org.anchang.events.CustomerEvent.CustomersMerged;
import org.anchang.kit.Ids;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.seal.Sealing;
import org.anchang.kit.sql.Database;

/// CUS-3, CUS-10: whose a phone is, by project; a customer may have none, or several.
@ApplicationScoped
public class KnownPhones implements Recorded {
    private static final String ERASE = """
            UPDATE known_phone SET phone = :phone, fingerprint = id::text, ending = id::text,
                   retired_by = coalesce(retired_by, added_by), retired_at = coalesce(retired_at, clock_timestamp())
            WHERE id = :id""";

    /// How many digits at the end find a number.
    public static final int ENDING = 4;

    /// Whom a phone is written down for.
    public record Holder(String project, UUID customer, String by, Instant at) {}

    /// Who writes phones down, and when.
    public record Writer(String by, Instant at) {}

    private record Owned(String fingerprint, UUID customer) {}

    /// Sealed, as the row has it.
    private record StoredPhone(UUID id, UUID customer, String phone, PhoneKind kind) {}

    private static final String TAKE = """
            INSERT INTO known_phone (id, project, customer, record, fingerprint, ending, phone, kind, added_by, added_at)
            VALUES (:id, :project, :customer, :customer, :fingerprint, :ending, :phone, :kind, :by, :at)
            ON CONFLICT (project, fingerprint) WHERE retired_at IS NULL DO NOTHING""";
    /// In the order of the key, so that no two wait for each other.
    private static final String TAKE_ALL = """
            INSERT INTO known_phone (id, project, customer, record, fingerprint, ending, phone, kind, added_by, added_at)
            SELECT id, :project, customer, customer, fingerprint, ending, phone, kind, :by, :at
            FROM unnest(:ids::uuid[], :customers::uuid[], :fingerprints::text[], :endings::text[], :phones::text[], :kinds::text[])
                AS given (id, customer, fingerprint, ending, phone, kind) ORDER BY fingerprint
            ON CONFLICT (project, fingerprint) WHERE retired_at IS NULL DO NOTHING RETURNING customer""";
    private static final String WHOSE_ALL = """
            SELECT fingerprint, customer FROM known_phone
            WHERE project = :project AND fingerprint = ANY (:fingerprints) AND retired_at IS NULL""";
    private static final String WHOSE = """
            SELECT customer FROM known_phone
            WHERE project = :project AND fingerprint = :fingerprint AND retired_at IS NULL""";
    private static final String WHOSE_ANYWHERE =
            "SELECT customer FROM known_phone WHERE fingerprint = :fingerprint AND retired_at IS NULL";
    private static final String ENDING_IN = """
            SELECT id, customer, phone, kind FROM known_phone
            WHERE ending = :ending AND project = :project AND retired_at IS NULL ORDER BY id""";
    /// Of two records that were merged, the phones of the one that stayed come first.
    private static final String OF = """
            SELECT id, customer, phone, kind FROM known_phone
            WHERE customer = ANY (:customers) AND retired_at IS NULL ORDER BY record <> customer, id""";
    private static final String RETIRE = """
            UPDATE known_phone SET retired_by = :by, retired_at = :at
            WHERE id = :id AND customer = :customer AND retired_at IS NULL""";
    private static final String GO_OVER = "UPDATE known_phone SET customer = :customer WHERE customer = :merged";
    private static final String GO_BACK = "UPDATE known_phone SET customer = :customer WHERE record = ANY (:records)";

    @Inject
    Database database;

    @Inject
    Sealing sealing;

    /// Of all who write the phone down at once, the first gets it; the others wait for the outcome and find theirs.
    ///
    /// @param written as somebody wrote it; an extension is kept and makes no other number of it
    /// @return the customer whose phone it is: the holder if it was nobody's
    /// @throws org.anchang.kit.problem.Refused PHONE_NOT_UNDERSTOOD
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID take(Holder holder, String written) {
        var phone = Phone.of(written);
        var id = Ids.next();
        var taken = database.sql(TAKE)
                .with(holder)
                .with("id", id)
                .with("fingerprint", fingerprint(phone))
                .with("ending", ending(phone.digits().substring(phone.digits().length() - ENDING)))
                .with("phone", sealing.seal(shown(written), KnownPhone.place(id)))
                .with("kind", PhoneKind.of(phone))
                .write();
        return taken == 1
                ? holder.customer()
                // Whose it was may have given it up at this moment.
                : whose(holder.project(), phone).orElseGet(() -> take(holder, written));
    }

    /// The same of many who come at once (CUS-8): whoever is first of all who write a phone down now gets it.
    ///
    /// @param phones by customer, each one that is somebody's number
    /// @return the customers who got theirs; the phones of the others are somebody's
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> takeAll(String project, Map<UUID, String> phones, Writer writer) {
        if (phones.isEmpty()) {
            return Set.of();
        }
        var ids = new ArrayList<UUID>();
        var fingerprints = new ArrayList<String>();
        var endings = new ArrayList<String>();
        var sealed = new ArrayList<String>();
        var kinds = new ArrayList<PhoneKind>();
        phones.forEach((_, written) -> {
            var phone = Phone.of(written);
            var id = Ids.next();
            ids.add(id);
            fingerprints.add(fingerprint(phone));
            endings.add(ending(phone.digits().substring(phone.digits().length() - ENDING)));
            sealed.add(sealing.seal(shown(written), KnownPhone.place(id)));
            kinds.add(PhoneKind.of(phone));
        });
        return Set.copyOf(database.sql(TAKE_ALL)
                .with(writer)
                .with("project", project)
                .with("ids", ids)
                .with("customers", phones.keySet())
                .with("fingerprints", fingerprints)
                .with("endings", endings)
                .with("phones", sealed)
                .with("kinds", kinds)
                .rows(UUID.class));
    }

    /// Whose each of the phones is in the project, by [#fingerprint].
    public Map<String, UUID> whose(String project, Collection<String> fingerprints) {
        return fingerprints.isEmpty()
                ? Map.of()
                : database
                        .sql(WHOSE_ALL)
                        .with("project", project)
                        .with("fingerprints", fingerprints)
                        .rows(Owned.class)
                        .stream()
                        .collect(Collectors.toMap(Owned::fingerprint, Owned::customer));
    }

    /// The number that was written, as it is shown: behind a landline's stands its extension.
    public static String shown(String written) {
        var phone = Phone.of(written);
        return PhoneKind.of(phone) == PhoneKind.LANDLINE
                ? Phone.extensionIn(written)
                        .map(extension -> phone.digits() + "-" + extension)
                        .orElse(phone.digits())
                : phone.digits();
    }

    /// Whose the phone is in the project.
    public Optional<UUID> whose(String project, Phone phone) {
        return database.sql(WHOSE)
                .with("project", project)
                .with("fingerprint", fingerprint(phone))
                .row(UUID.class);
    }

    /// Whose the phone is, in all projects.
    public List<UUID> customersWith(Phone phone) {
        return database.sql(WHOSE_ANYWHERE)
                .with("fingerprint", fingerprint(phone))
                .rows(UUID.class);
    }

    /// CUS-3: whose phone in the project it may be.
    public List<UUID> whoseMayBe(String project, HiddenPhone hidden) {
        return database
                .sql(ENDING_IN)
                .with("project", project)
                .with("ending", ending(hidden.ending()))
                .rows(StoredPhone.class)
                .stream()
                .map(this::opened)
                .filter(known -> hidden.fits(digits(known)))
                .map(KnownPhone::customer)
                .distinct()
                .toList();
    }

    /// CUS-3: the customer whose phone it must be, for it is nobody else's.
    ///
    /// @throws org.anchang.kit.problem.Refused PHONE_IS_INCOMPLETE, PHONE_FITS_SEVERAL
    public UUID whoseIs(String project, HiddenPhone hidden) {
        var whose = whoseMayBe(project, hidden);
        if (whose.size() > 1) {
            throw refuse(CustomerRefusal.PHONE_FITS_SEVERAL).with("customers", whose.size());
        }
        refuseUnless(whose.size() == 1, CustomerRefusal.PHONE_IS_INCOMPLETE);
        return whose.getFirst();
    }

    /// What each of the customers can be called by, the main one first.
    public Map<UUID, List<KnownPhone>> of(Collection<UUID> customers) {
        return customers.isEmpty()
                ? Map.of()
                : database.sql(OF).with("customers", customers).rows(StoredPhone.class).stream()
                        .map(this::opened)
                        .collect(Collectors.groupingBy(KnownPhone::customer));
    }

    /// CUS-10: the number is not the customer's, or not any more.
    ///
    /// @return the number
    /// @throws org.anchang.kit.problem.Refused NOT_FOUND
    @Transactional(Transactional.TxType.MANDATORY)
    public String retire(Holder holder, UUID phone) {
        var retired = of(List.of(holder.customer())).getOrDefault(holder.customer(), List.of()).stream()
                .filter(known -> known.id().equals(phone))
                .findFirst()
                .orElseThrow(() -> refuse(KitRefusal.NOT_FOUND));
        var written = database.sql(RETIRE)
                .with("id", phone)
                .with("customer", holder.customer())
                .with("by", holder.by())
                .with("at", holder.at())
                .write();
        refuseUnless(written == 1, KitRefusal.NOT_FOUND);
        return retired.phone();
    }

    /// What numbers are looked for by that end in these digits.
    public String ending(String digits) {
        return sealing.fingerprint("ending:" + digits);
    }

    /// CUS-3: the phones of the merged record are the customer's from now on.
    @Transactional(Transactional.TxType.MANDATORY)
    public void goOver(CustomersMerged merged) {
        database.sql(GO_OVER)
                .with("customer", merged.customer())
                .with("merged", merged.merged())
                .write();
    }

    /// CUS-3: the phones that were written down under these records are the customer's again.
    @Transactional(Transactional.TxType.MANDATORY)
    public void goBack(UUID customer, Collection<UUID> records) {
        database.sql(GO_BACK)
                .with("customer", customer)
                .with("records", records)
                .write();
    }

    /// By which a number is found again; nothing of it can be read from this.
    public String fingerprint(Phone phone) {
        return sealing.fingerprint(phone.digits());
    }

    private KnownPhone opened(StoredPhone row) {
        return new KnownPhone(
                row.id(), row.customer(), sealing.open(row.phone(), KnownPhone.place(row.id())), row.kind());
    }

    private static String digits(KnownPhone known) {
        var extension = known.phone().indexOf('-');
        return extension < 0 ? known.phone() : known.phone().substring(0, extension);
    }

    @Override
    public Held held() {
        return Held.in("known_phone", "PHONES", "phone")
                .erased(ERASE, Map.of("phone", Held.GONE))
                .staysFor(Held.Stays.TEN_YEARS)
                .goingAlongIf("body::jsonb ->> 'retired_at' IS NULL");
    }
}
