package org.anchang.customer.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.anchang.customer.Customer;
import org.anchang.customer.Customers;
import org.anchang.customer.Gender;
import org.anchang.customer.SealedIdentity;
import org.anchang.customer.correction.Correction.Change;
import org.anchang.customer.correction.Correction.CorrectedField;
import org.anchang.customer.correction.Correction.Word;
import org.anchang.customer.finding.NameTokens;
import org.anchang.customer.phone.KnownPhones;
import org.anchang.kit.name.Names;
import org.anchang.kit.outbox.Outbox;
import org.anchang.kit.phone.Phone;
import org.anchang.kit.seal.Sealing;
import org.jspecify.annotations.Nullable;

/// CUS-8: what a file knows of a customer counts from now on, with the same history as any correction (CUS-10); what it
/// does not say stays, and so do channel, number and owner.
@ApplicationScoped
public class CorrectingByFile {
    /// What the file says; null where it says nothing.
    ///
    /// @param phone a number that is nobody's yet is the customer's from now on
    public record FileSays(
            @Nullable String name,
            @Nullable Gender gender,
            @Nullable String source,
            @Nullable String note,
            @Nullable String phone) {}

    /// Who takes the file over, why and when.
    public record Importer(String by, String reason, Instant at) {}

    @Inject
    CorrectingCustomers correcting;

    @Inject
    Corrections corrections;

    @Inject
    Customers customers;

    @Inject
    KnownPhones phones;

    @Inject
    NameTokens names;

    @Inject
    Sealing sealing;

    @Inject
    Outbox outbox;

    /// @param customer whom nobody else changes meanwhile
    /// @return whether anything was changed
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean correct(Customer customer, FileSays said, Importer importer) {
        var word = new Word(importer.reason(), importer.by(), importer.at());
        var known = correcting.known(customer);
        var right = new Particulars(
                said.name() == null ? known.name() : Names.trimmed(said.name()),
                said.gender() == null ? known.gender() : said.gender(),
                known.channel(),
                said.source() == null ? known.source() : said.source(),
                known.introducer(),
                said.note() == null ? known.note() : said.note(),
                known.partner());
        var changes = known.differences(right);
        if (!changes.isEmpty()) {
            customer.correct(
                    new SealedIdentity(
                            sealing.seal(right.name(), SealedIdentity.nameOf(customer.id())),
                            sealing.fingerprint(Names.key(right.name()))),
                    new Customer.Origin(
                            right.channel(),
                            right.source(),
                            customer.introducedBy(),
                            right.gender(),
                            sealing.sealIfAny(right.note(), Customer.noteOf(customer.id())),
                            right.partner()));
            customers.flush();
            corrections.keep(customer, changes, word);
        }
        if (changes.stream().anyMatch(change -> change.field() == CorrectedField.NAME)) {
            names.called(customer);
            outbox.append(customer.called(sealing, word.at()));
        }
        return isPhoneNew(customer, said.phone(), word) || !changes.isEmpty();
    }

    private boolean isPhoneNew(Customer customer, @Nullable String phone, Word word) {
        if (phone == null || phones.whose(customer.project(), Phone.of(phone)).isPresent()) {
            return false;
        }
        var holder = new KnownPhones.Holder(customer.project(), customer.id(), word.by(), word.at());
        if (!Objects.equals(phones.take(holder, phone), customer.id())) {
            return false;
        }
        corrections.keep(customer, List.of(new Change(CorrectedField.PHONE, null, KnownPhones.shown(phone))), word);
        return true;
    }
}
