package org.anchang.inventory.opening;

import static org.anchang.inventory.AnOffice.done;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anchang.inventory.AnOffice;
import org.anchang.test.Ask;

/// The opening day of everything that an office has for sale: `AnOpeningDay.of(office, 10).checkedIn().drawn()`.
public final class AnOpeningDay {
    public final AnOffice office;
    public final String release;
    public final String id;
    public final String path;
    /// Ids of the tickets by their numbers, A001 and so on.
    public final Map<String, String> tickets = new LinkedHashMap<>();

    private final Map<String, UUID> customers = new HashMap<>();

    private AnOpeningDay(AnOffice office) {
        this.office = office;
        release = done(office.releasing(
                        Map.of("everything", true, "opensAt", Instant.now().plusSeconds(3_600))))
                .path("id");
        id = done(office.siteManager.post("/api/v1/opening-days", Map.of("release", release, "name", "一期开盘")))
                .path("id");
        path = "/api/v1/opening-days/" + id;
    }

    /// Planned, with that many tickets on its list, each with a customer of its own.
    public static AnOpeningDay of(AnOffice office, int tickets) {
        var day = new AnOpeningDay(office);
        var list = new StringBuilder("客户,电话,排号,姓名\n");
        for (var number :
                IntStream.rangeClosed(1, tickets).mapToObj("A%03d"::formatted).toList()) {
            day.customers.put(number, UUID.randomUUID());
            list.append("%s,1380000%s,%s,客户%s\n"
                    .formatted(day.customers.get(number), number.replace('A', '0'), number, number));
        }
        if (tickets > 0) {
            done(day.importing(list.toString()));
            day.readTickets();
        }
        return day;
    }

    public Response importing(String list) {
        return sending("/tickets", list, "application/json");
    }

    public Response sending(String where, String list, String accept) {
        return sending(where, list.getBytes(StandardCharsets.UTF_8), accept);
    }

    public Response sending(String where, byte[] list, String accept) {
        return office.siteManager
                .request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept", accept)
                .contentType("application/octet-stream")
                .body(list)
                .post(path + where);
    }

    public AnOpeningDay checkedIn() {
        return checkedIn(List.copyOf(tickets.keySet()));
    }

    /// Opens the check-in, and these come.
    public AnOpeningDay checkedIn(List<String> numbers) {
        done(office.siteManager.post(path + "/check-in"));
        numbers.forEach(number -> done(checkIn(number)));
        return this;
    }

    public Response checkIn(String number) {
        return office.liNa.post(ticket(number) + "/check-in");
    }

    public AnOpeningDay drawn() {
        done(office.siteManager.post(path + "/draw", Map.of()));
        return this;
    }

    /// The release is open, and tickets are called.
    public AnOpeningDay running() {
        done(office.siteManager.post("/api/v1/releases/" + release + "/opening"));
        done(office.siteManager.post(path + "/start"));
        return this;
    }

    /// Numbers in the order of the draw.
    public List<String> order() {
        return office.liNa.get(path + "/draw/places?limit=200").path("items.number");
    }

    public Response call() {
        return office.siteManager.post(path + "/calls", Map.of("desk", "1号台"));
    }

    public List<String> called() {
        return done(call()).path("tickets.number");
    }

    public Response appear(String number) {
        return office.liNa.post(ticket(number) + "/presence");
    }

    public Response holding(String unit, String number) {
        return holding(office.liNa, unit, number);
    }

    public Response holding(Ask consultant, String unit, String number) {
        return consultant.post(
                "/api/v1/holds",
                Map.of("unit", unit, "customer", customers.get(number), "ticket", tickets.get(number)));
    }

    public UUID customer(String number) {
        return customers.get(number);
    }

    public String ticket(String number) {
        return path + "/tickets/" + tickets.get(number);
    }

    public String state(String number) {
        return office.liNa.get(ticket(number)).path("state");
    }

    public void readTickets() {
        List<Map<String, String>> items =
                office.liNa.get(path + "/tickets?limit=200").path("items");
        items.forEach(ticket -> tickets.put(ticket.get("number"), ticket.get("id")));
    }
}
