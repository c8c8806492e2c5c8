package org.anchang.customer.dossier.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.anchang.customer.CustomerRefusal;
import org.anchang.customer.dossier.consent.Purpose;
import org.anchang.customer.dossier.template.DossierField.DossierSection;
import org.anchang.customer.dossier.template.TemplateResource.ChangeTemplate;
import org.anchang.customer.dossier.template.TemplateResource.NewField;
import org.anchang.customer.dossier.template.TemplateResource.WantedField;
import org.anchang.kit.problem.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TemplateRulesTest {
    private final Template builtIn = builtIn();

    @Test
    @DisplayName(
            "CUS-4 the built-in template has the 42 numbers of the printed form in its six sections, in their order")
    void printed() {
        var numbers = builtIn.fields().stream()
                .map(DossierField::number)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var sections =
                builtIn.fields().stream().map(DossierField::section).distinct().toList();

        assertThat(numbers)
                .isEqualTo(
                        IntStream.rangeClosed(1, 42).mapToObj(Integer::toString).toList());
        assertThat(sections).containsExactly(DossierSection.values());
        assertThat(builtIn.fields()).extracting(DossierField::key).doesNotHaveDuplicates();
        assertThat(builtIn.fields()).allMatch(field -> field.english() != null);
        assertThat(builtIn.field("concerns").orElseThrow().options())
                .extracting(DossierField.DossierOption::key)
                .containsExactly("A", "B", "C", "D", "E", "F", "G");
        assertThat(builtIn.fields())
                .extracting(DossierField::label)
                .contains("出生日期", "家庭人口", "购房目的", "职业", "现住区域", "第几次置业", "家庭收入", "主要异议", "付款方式");
    }

    @Test
    @DisplayName(
            "CUS-7 health, family, children, beliefs and words about a person need consent in the built-in template")
    void purposes() {
        assertThat(builtIn.field("health").orElseThrow().purpose()).isEqualTo(Purpose.HEALTH);
        assertThat(builtIn.field("children").orElseThrow().purpose()).isEqualTo(Purpose.CHILDREN);
        assertThat(builtIn.field("societies").orElseThrow().purpose()).isEqualTo(Purpose.BELIEFS);
        assertThat(builtIn.field("proudOf").orElseThrow().purpose()).isEqualTo(Purpose.FREE_TEXT);
        assertThat(builtIn.fields().stream()
                        .filter(field -> field.section() == DossierSection.FAMILY)
                        .allMatch(field -> field.purpose().needsConsent()))
                .isTrue();
    }

    @Test
    @DisplayName(
            "CUS-4 a project orders, hides, requires, locks and adds; a text of its own needs consent whatever it says")
    void changed() {
        var wanted = new java.util.ArrayList<>(asItIs().reversed());
        wanted.set(0, new WantedField("opinion", true, false, false, List.of()));
        var parking = new NewField(
                DossierSection.PROPERTY,
                "车位需求",
                null,
                FieldType.ONE_OF,
                List.of("一个", "两个"),
                Purpose.ORDINARY,
                true,
                true);
        var words = new NewField(
                DossierSection.BASICS, "印象", null, FieldType.TEXT, List.of(), Purpose.ORDINARY, false, false);

        var next = builtIn.changed(new ChangeTemplate(wanted, List.of(parking, words), "本项目需要"));

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.fields().getFirst().key()).isEqualTo("opinion");
        assertThat(next.shown()).extracting(DossierField::key).doesNotContain("opinion");
        assertThat(next.fields()).hasSize(builtIn.fields().size() + 2);
        var own = next.fields().get(next.fields().size() - 2);
        assertThat(own.required() && own.locked() && own.own()).isTrue();
        assertThat(own.options()).extracting(DossierField.DossierOption::label).containsExactly("一个", "两个");
        assertThat(next.fields().getLast().purpose()).isEqualTo(Purpose.FREE_TEXT);
        assertThat(next.fields().getLast().key()).isNotEqualTo(own.key());
    }

    @Test
    @DisplayName(
            "CUS-4 a template loses neither a field nor an answer, and an answer is added to fields of answers alone")
    void losesNothing() {
        var all = asItIs();

        assertRefused(all.subList(1, all.size()), CustomerRefusal.TEMPLATE_LOSES_FIELD);
        assertRefused(
                java.util.stream.Stream.concat(all.stream(), all.stream().limit(1))
                        .toList(),
                CustomerRefusal.DOSSIER_FIELD_NAMED_TWICE);
        assertRefused(with("address", List.of("甲")), CustomerRefusal.OPTIONS_DO_NOT_FIT);
        assertRefused(with("concerns", List.of("户型 设计")), CustomerRefusal.OPTIONS_DO_NOT_FIT);
        var more = builtIn.changed(new ChangeTemplate(with("concerns", List.of("物业服务")), List.of(), "x"));
        assertThat(more.field("concerns").orElseThrow().options()).hasSize(8);
    }

    @Test
    @DisplayName("CUS-4 a value is taken in the one form of its field, and in no other")
    void values() {
        assertThat(builtIn.field("birthDate").orElseThrow().read("1988-02-29", List.of()))
                .contains("1988-02-29");
        assertThat(builtIn.field("birthDate").orElseThrow().read("29.2.1988", List.of()))
                .isEmpty();
        assertThat(builtIn.field("householdSize").orElseThrow().read("4.0", List.of()))
                .contains("4");
        assertThat(builtIn.field("householdSize").orElseThrow().read("四", List.of()))
                .isEmpty();
        assertThat(builtIn.field("concerns").orElseThrow().read("", List.of("C", "B")))
                .contains("B,C");
        assertThat(builtIn.field("concerns").orElseThrow().read("B", List.of())).isEmpty();
        assertThat(builtIn.field("concerns").orElseThrow().read("", List.of("Z")))
                .isEmpty();
        assertThat(builtIn.field("mindsNeighbours").orElseThrow().read("maybe", List.of()))
                .isEmpty();
    }

    private void assertRefused(List<WantedField> fields, CustomerRefusal refusal) {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> builtIn.changed(new ChangeTemplate(fields, List.of(), "x")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private List<WantedField> with(String key, List<String> options) {
        return asItIs().stream()
                .map(one -> one.field().equals(key) ? new WantedField(key, false, false, false, options) : one)
                .toList();
    }

    private List<WantedField> asItIs() {
        return builtIn.fields().stream()
                .map(field -> new WantedField(field.key(), field.hidden(), field.required(), field.locked(), List.of()))
                .toList();
    }

    private static Template builtIn() {
        try (var file = TemplateRulesTest.class.getResourceAsStream("/dossier-template.json")) {
            return new Template(1, new ObjectMapper().readValue(file, new TypeReference<List<DossierField>>() {}));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
