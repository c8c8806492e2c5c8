package org.anchang.kit.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.anchang.kit.json.JsonForms;
import org.anchang.kit.money.Money;
import org.anchang.kit.problem.KitRefusal;
import org.anchang.kit.problem.NotUnderstood;
import org.anchang.kit.problem.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBodyReaderTest {
    enum Basis {
        BUYER_WITHDREW,
        SELLER_FAULT
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes(@JsonSubTypes.Type(value = Way.Pos.class, name = "POS"))
    sealed interface Way {
        record Pos(String slip) implements Way {}
    }

    record Line(Money amount, String label) {}

    record Count(int months, long stamp, boolean main) {}

    record Order(
            UUID id,
            String name,
            Basis basis,
            Count count,
            Integer minutes,
            Boolean passed,
            BigDecimal share,
            Money amount,
            LocalDate on,
            Instant at,
            List<Line> lines,
            List<String> floors,
            Map<String, String> fields,
            Way way) {}

    private static final int MOST = 2048;
    private static final int MOST_OF_ANYTHING = 64 * 1024;
    private static final RequestBodyReader READER = new RequestBodyReader(
            usual(), new MemorySize(BigInteger.valueOf(MOST)), new MemorySize(BigInteger.valueOf(MOST_OF_ANYTHING)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id         | 7
                    id         | "AZm2ol0/fEGaVT8fDmwrEA=="
                    id         | "1-1-1-1-1"
                    id         | ""
                    name       | true
                    name       | 7
                    name       | 1.5
                    name       | ["Li Na"]
                    name       | {}
                    name       | "a\\u0000b"
                    name       | "\\ud83d"
                    name       | "\\ude00\\ud83d"
                    basis      | 1
                    basis      | "1"
                    basis      | ""
                    basis      | "seller_fault"
                    basis      | ["SELLER_FAULT"]
                    count.months| 12.5
                    count.months| 12.0
                    count.months| "12"
                    count.months| ""
                    count.months| true
                    count.months| null
                    count.months| 1e400
                    count.months| 99999999999999999999
                    minutes    | 12.5
                    minutes    | "12"
                    minutes    | ""
                    count.stamp | 1.5
                    count.stamp | 1e400
                    count.main  | "true"
                    count.main  | 1
                    count.main  | ""
                    passed     | "true"
                    passed     | 0
                    share      | "1e400"
                    share      | 1e400
                    share      | true
                    share      | ""
                    share      | "0x10"
                    amount     | "-0.01"
                    amount     | -1
                    amount     | "1e9"
                    amount     | "1.001"
                    amount     | ""
                    amount     | {"CNY":5}
                    on         | 20261129
                    on         | [2026,11,29]
                    on         | "2026-11-29T00:00:00Z"
                    on         | "2026-02-30"
                    on         | ""
                    on         | "0001-01-01"
                    on         | "-0001-01-01"
                    on         | "+10000-01-01"
                    on         | "+999999999-12-31"
                    on         | "-999999999-01-01"
                    on         | "1899-12-31"
                    on         | "2200-01-01"
                    at         | 1795910400
                    at         | "2026-11-29"
                    at         | "+1000000000-12-31T23:59:59Z"
                    at         | "-1000000000-01-01T00:00:00Z"
                    at         | "0001-01-01T00:00:00Z"
                    at         | ""
                    lines      | {}
                    lines      | ""
                    floors     | "12"
                    way        | ""
                    way        | []
                    nobody     | 1
                    """)
    @DisplayName("a value that is not of the form that is needed is refused by its member")
    void wrongForm(String member, String value) {
        var names = member.split("\\.");
        var body = "{\"" + names[names.length - 1] + "\":" + value + "}";
        assertRefusedAt(names.length == 1 ? body : "{\"" + names[0] + "\":" + body + "}", member);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lines[1].amount | {"lines":[{"amount":"1.00"},{"amount":"-1.00"}]}
                    lines[1].amount | {"lines":[{"amount":"1.00"},{"amount":"1.00","amount":"2.00"}]}
                    lines[0].colour | {"lines":[{"colour":"red"}]}
                    floors[1]       | {"floors":["1","\\u0000"]}
                    floors[0]       | {"floors":[1]}
                    way.slip        | {"way":{"slip":7,"type":"POS"}}
                    way.slip        | {"way":{"slip":"1","type":"POS","slip":"2"}}
                    way.type        | {"way":{"type":"SHELLS"}}
                    way.type        | {"way":{"type":[]}}
                    way.type        | {"way":{"slip":"1"}}
                    way             | {"way":"POS"}
                    amount          | {"amount":"1.00","name":"Li Na","amount":"2.00"}
                    body            | {} {}
                    body            | {} oops
                    body            | []
                    body            | "text"
                    body            | {"amount": oops
                    """)
    @DisplayName("the member is named by its path; of two with one name the second is refused")
    void path(String path, String body) {
        assertRefusedAt(body, path);
    }

    @Test
    @DisplayName("a number of thousands of digits is refused by its member, at once")
    void longNumbers() {
        assertRefusedAt("{\"amount\":" + "9".repeat(1500) + "}", "amount");
        assertRefusedAt("{\"lines\":[{\"amount\":" + "9".repeat(1500) + "}]}", "lines[0].amount");
    }

    @Test
    @DisplayName("a name that the caller chose cannot have U+0000 either")
    void names() {
        assertThat(notUnderstood("{\"fields\":{\"a\\u0000\":\"b\"}}").field()).startsWith("fields");
    }

    @Test
    @DisplayName("what is no text in any encoding is no JSON")
    void noText() {
        for (var charset : List.of("UTF-32BE", "UTF-32LE")) {
            var bytes = "{\"name\":\"x\"}".getBytes(Charset.forName(charset));
            bytes[charset.endsWith("BE") ? 8 : 11] = 0x7f;
            assertThatThrownBy(() -> read(new ByteArrayInputStream(bytes))).isInstanceOf(NotUnderstood.class);
        }
        assertThatThrownBy(() -> read(new ByteArrayInputStream(new byte[] {'{', '"', (byte) 0xff, '"'})))
                .isInstanceOf(NotUnderstood.class);
    }

    @Test
    @DisplayName("what is written as it is meant is read")
    void read() throws IOException {
        var order = (Order) read(text("""
                {"id":"0199b6a2-5d3f-7c41-9a55-3f1f0e6c2b10","name":"李\\uD83D\\uDE00","basis":"SELLER_FAULT","count":{"months":12,"stamp":1,"main":true},
                "minutes":null,"share":0.5,"amount":1250000.00,"on":"2026-11-29","at":"2026-11-29T08:00:00+08:00",
                "lines":[{"amount":"0.00","label":""}],"fields":{"payoutOn":"2026-12-01"},"way":{"type":"POS"}}
                """));

        assertThat(order.name()).isEqualTo("李😀");
        assertThat(order.amount()).isEqualTo(Money.of("1250000.00"));
        assertThat(order.at()).isEqualTo(Instant.parse("2026-11-29T00:00:00Z"));
        assertThat(order.lines()).containsExactly(new Line(Money.ZERO, ""));
        assertThat(read(InputStream.nullInputStream())).isNull();
    }

    @Test
    @DisplayName("a body is read as far as the method takes it, whatever its sender says, and refused with the bound")
    void bound() throws IOException {
        assertThat(read(text("{}" + " ".repeat(MOST - 2)))).isNotNull();

        var endless = new Spaces();
        var refused = catchThrowableOfType(Refused.class, () -> read(endless));
        assertThat(refused.refusal()).isEqualTo(KitRefusal.TOO_LARGE);
        assertThat(refused.facts()).containsEntry("mostBytes", MOST);
        assertThat(endless.read.get()).isBetween(MOST_OF_ANYTHING, 2 * MOST_OF_ANYTHING);

        var large = catchThrowableOfType(Refused.class, () -> read(new Spaces(), new ForLists()));
        assertThat(large.facts()).containsEntry("mostBytes", 8 * 1024);
    }

    /// A body that never ends.
    private static final class Spaces extends InputStream {
        private final AtomicInteger read = new AtomicInteger();

        @Override
        public int read() {
            read.incrementAndGet();
            return ' ';
        }
    }

    private static final class ForLists implements LargeBody {
        @Override
        public int kib() {
            return 8;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return LargeBody.class;
        }
    }

    private static void assertRefusedAt(String body, String path) {
        assertThat(notUnderstood(body).field()).as(body).isEqualTo(path);
    }

    private static NotUnderstood notUnderstood(String body) {
        return catchThrowableOfType(NotUnderstood.class, () -> read(text(body)));
    }

    private static Object read(InputStream body, Annotation... annotations) throws IOException {
        @SuppressWarnings("unchecked")
        var type = (Class<Object>) (Class<?>) Order.class;
        return READER.readFrom(
                type, type, annotations, MediaType.APPLICATION_JSON_TYPE, new MultivaluedHashMap<>(), body);
    }

    private static InputStream text(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectMapper usual() {
        var usual = new ObjectMapper().registerModule(new JavaTimeModule());
        new JsonForms().customize(usual);
        return usual;
    }
}
