package org.anchang.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.anchang.customer.Customer.Decision;
import org.anchang.customer.Customer.Origin;
import org.anchang.customer.Customer.Registration;
import org.anchang.kit.problem.Refused;
import org.anchang.kit.seal.Sealing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerRulesTest {
    private static final Instant NOW = Instant.parse("2026-10-01T02:00:00Z");
    private static final NumberSeries LUOYANG_ZS = new NumberSeries("LY", "ZS");

    private final Customer zhangSan = Customer.registered(new Registration(
            UUID.randomUUID(),
            "songfeng",
            CustomerNumber.ofProspect(LUOYANG_ZS, 1),
            new SealedIdentity("sealed", "fingerprint"),
            new Origin(Channel.WALK_IN, null, null, null),
            "li.na",
            "li.na",
            NOW));

    @ParameterizedTest
    @DisplayName("CUS-2 a serial has three digits, and more where three are not enough")
    @CsvSource({"1,XLY-ZS001", "999,XLY-ZS999", "1000,XLY-ZS1000"})
    void serial(int serial, String number) {
        assertThat(CustomerNumber.ofProspect(LUOYANG_ZS, serial)).hasToString(number);
    }

    @Test
    @DisplayName("CUS-2 the first signed deal moves the customer to the archive of buyers, a second changes nothing")
    void archive() {
        var archived = zhangSan.archiveAsBuyer(NOW).orElseThrow();
        var again = zhangSan.archiveAsBuyer(NOW.plusSeconds(60));

        assertThat(archived.number()).isEqualTo("CLY-ZS001");
        assertThat(archived.formerNumber()).isEqualTo("XLY-ZS001");
        assertThat(zhangSan.number()).isEqualTo("CLY-ZS001");
        assertThat(zhangSan.boughtAt()).isEqualTo(NOW);
        assertThat(again).isEmpty();
    }

    @Test
    @DisplayName("REC-6 a decision moves the ownership; the first consultant stays the first")
    void reassign() {
        var reassigned = zhangSan.reassign(new Decision("wang.lei", "sun.li", NOW));

        assertThat(reassigned.from()).isEqualTo("li.na");
        assertThat(reassigned.to()).isEqualTo("wang.lei");
        assertThat(reassigned.reason()).isEqualTo("DECIDED");
        assertThat(reassigned.decidedBy()).isEqualTo("sun.li");
        assertThat(zhangSan.belongsTo("wang.lei")).isTrue();
        assertThat(zhangSan.firstConsultant()).isEqualTo("li.na");
    }

    @Test
    @DisplayName("REC-6 a customer is not moved to whom they belong to")
    void reassignToTheOwner() {
        assertThatThrownBy(() -> zhangSan.reassign(new Decision("li.na", "sun.li", NOW)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CustomerRefusal.ALREADY_THE_OWNER));
    }

    @Test
    @DisplayName(
            "CUS-3 a merged customer keeps what it knows and takes the rest from the other; COM-1 the earlier record's"
                    + " consultant was first")
    void merge() {
        var sealing = Sealing.under(Sealing.newKey());
        var li = customer(new Origin(Channel.PHONE_IN, null, Gender.MALE, null), "wang.lei");
        li.grade(IntentGrade.A);
        zhangSan.grade(IntentGrade.B);

        var merged = li.merge(zhangSan, zhangSan, NOW);

        assertThat(merged.customer()).isEqualTo(li.id());
        assertThat(merged.merged()).isEqualTo(zhangSan.id());
        assertThat(zhangSan.mergedInto()).isEqualTo(li.id());
        assertThat(zhangSan.belongsTo("wang.lei")).isTrue();
        assertThat(li.firstConsultant()).isEqualTo("li.na");
        assertThat(li.owner()).isEqualTo("wang.lei");
        assertThat(li.intentGrade()).isEqualTo(IntentGrade.A);
        assertThat(li.gender()).isEqualTo(Gender.MALE);
        li.takeOverNote(zhangSan, sealing);
        assertThat(li.note()).isNull();
    }

    @Test
    @DisplayName("CUS-3 nobody is merged with themselves, or with a customer of another project")
    void mergeRefused() {
        assertThatThrownBy(() -> zhangSan.merge(zhangSan, zhangSan, NOW))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CustomerRefusal.CUSTOMERS_ARE_THE_SAME));
        var elsewhere = Customer.registered(new Registration(
                UUID.randomUUID(),
                "lakeside",
                CustomerNumber.ofProspect(LUOYANG_ZS, 2),
                new SealedIdentity("sealed", "fingerprint"),
                new Origin(Channel.WALK_IN, null, null, null),
                "li.na",
                "li.na",
                NOW));
        assertThatThrownBy(() -> zhangSan.merge(elsewhere, zhangSan, NOW))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CustomerRefusal.CUSTOMERS_OF_TWO_PROJECTS));
    }

    private static Customer customer(Origin origin, String consultant) {
        return Customer.registered(new Registration(
                UUID.randomUUID(),
                "songfeng",
                CustomerNumber.ofProspect(LUOYANG_ZS, 3),
                new SealedIdentity("sealed", "fingerprint"),
                origin,
                consultant,
                consultant,
                NOW.plusSeconds(60)));
    }
}
