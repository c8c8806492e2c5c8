package org.anchang.office.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.anchang.backing.Ports;
import org.anchang.backing.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Careless and hostile callers, by small limits and short times.
class CrowdTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int CONNECTIONS = 40;
    private static final int REQUESTS = 4;
    private static final int WAITING = 3;
    private static final int UPLOADS = 2;
    private static final int STREAMS = 5;
    private static final String QUICK = "/api/v1/deals/of-known-length";

    private final int port = Ports.free();
    private final Peer peer = new Peer();
    private final Room room = new Room();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(peer));

    @AfterEach
    void close() throws Exception {
        for (var one : open.reversed()) {
            one.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-modified", "not-modified-of-some-length", "no-content"})
    @DisplayName("an answer that has no body announces none, and the connection goes on at once")
    void bodiless(String path) throws IOException {
        var line = through(room).get("/api/v1/deals/" + path);

        var head = line.head();

        assertFalse(head.contains("transfer-encoding"), head);
        assertFalse(head.contains("content-length"), head);
        assertEquals(200, line.get(QUICK).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"of-known-length", "in-chunks"})
    @DisplayName("HEAD is answered without a body, with the length that GET would have where it is known")
    void head(String path) throws IOException {
        var line = through(room).send("HEAD /api/v1/deals/" + path + " HTTP/1.1\r\nHost: office\r\n\r\n");

        var head = line.head();

        assertTrue(head.startsWith("http/1.1 200"), head);
        assertEquals(path.equals("of-known-length"), head.contains("content-length: 5"), head);
        assertTrue(line.get(QUICK).head().startsWith("http/1.1 200"));
    }

    @Test
    @DisplayName("whoever asks before sending is told to go on, by the gateway alone")
    void expects() throws IOException {
        var line = through(room)
                .send(
                        "POST /api/v1/deals HTTP/1.1\r\nHost: office\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        assertEquals(100, line.status());

        line.send("{}");

        assertEquals(200, line.status());
    }

    @Test
    @DisplayName("a path that could be read in two ways reaches no service")
    void notPlain() throws IOException {
        var line = through(room);
        for (var path : List.of("/api/v1/deals/%2e%2e/%2e%2e/q/metrics", "/api/v1/deals/../../../operations/x")) {
            line.get(path);
            var head = line.head();
            assertTrue(head.startsWith("http/1.1 400"), head);
            assertTrue(head.contains("nosniff") && head.contains("no-store"), head);
            line.body(length(head));
        }

        assertTrue(peer.asked.isEmpty());
    }

    @Test
    @DisplayName("a tunnel is not opened")
    void noTunnel() throws IOException {
        var line = through(room)
                .send("GET /api/v1/deals HTTP/1.1\r\nHost: office\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");

        assertEquals(200, line.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/sales-control/p/", "/console/api/v1/sales-control/p/"})
    @DisplayName("open streams take nobody's place; more than there may be are told to come again; the console's too")
    void streams(String place) throws IOException {
        var changes = place + "changes";
        var first = through(room);
        for (int i = 0; i < STREAMS; i++) {
            var stream = i == 0 ? first : line();
            assertEquals(200, stream.get(changes).status());
        }

        assertEquals(503, line().get(changes).status());
        assertEquals(200, line().get(place + "of-known-length").status());
        first.close();
        assertTrue(Waiting.until(LONG, () -> statusOf(changes) == 200));
    }

    @Test
    @DisplayName("bodies that are never finished keep nobody waiting, reach no service and are given up")
    void unfinished() throws IOException {
        room.body = SHORT;
        var first = through(room).post("/api/v1/deals", 100, "{");
        for (int i = 0; i < 3 * REQUESTS; i++) {
            line().post("/api/v1/deals", 100, "{");
        }

        assertEquals(200, line().get(QUICK).status());
        assertEquals(List.of("GET " + QUICK), List.copyOf(peer.asked));
        assertEquals(408, first.status());
        assertTrue(first.ends());
    }

    @Test
    @DisplayName("a body that trickles is given up as one that stays away, also where it is passed on as it comes")
    void trickling() throws Exception {
        room.body = SHORT;
        var small = through(room).post("/api/v1/deals", 1000, "");
        var large = line().post("/api/v1/deals", 1 << 20, "");
        var chunked = line().send("POST /api/v1/deals HTTP/1.1\r\nHost: office\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 10; i++) {
            try {
                small.send("x");
                large.send("x");
                chunked.send("1\r\nx\r\n");
            } catch (IOException _) {
                break;
            }
            Thread.sleep(50);
        }

        assertEquals(408, small.status());
        assertEquals(408, large.status());
        assertEquals(408, chunked.status());
    }

    @Test
    @DisplayName(
            "what is sent in length takes no place of other requests, and waits no longer than a moment for its own")
    void uploads() throws IOException {
        through(room).post("/api/v1/price-lists", 1 << 20, "x");
        line().post("/api/v1/price-lists", 1 << 20, "x");
        var third = line().post("/api/v1/price-lists", 1 << 20, "x");

        assertEquals(200, line().get("/api/v1/units").status());
        assertEquals(503, third.status());
    }

    @Test
    @DisplayName("a large body that comes is passed on whole")
    void large() throws IOException {
        var line = through(room).post("/api/v1/price-lists", 1 << 20, "x".repeat(1 << 20));

        assertEquals("read 1048576", line.body(length(line.head())));
        assertEquals(200, line.get(QUICK).status());
    }

    @Test
    @DisplayName("an answer that comes before the body is passed on, and the connection with the rest of it ends")
    void answeredEarly() throws IOException {
        var line = through(room).post("/api/v1/deals/not-signed-in", 1 << 20, "x");

        assertEquals(401, line.status());
        assertTrue(line.ends());
        assertTrue(Waiting.until(LONG, () -> peer.open.get() == 0));
    }

    @Test
    @DisplayName("a service that is asked by more than it can serve refuses those who would wait too long, with a date")
    void crowd() throws IOException {
        through(room).get("/api/v1/deals/never");
        for (int i = 1; i < REQUESTS; i++) {
            line().get("/api/v1/deals/never");
        }
        assertTrue(Waiting.until(LONG, () -> peer.asked.size() == REQUESTS));
        var waiting = new ArrayList<Line>();
        for (int i = 0; i < WAITING; i++) {
            waiting.add(line().get(QUICK));
        }

        var head = line().get(QUICK).head();

        assertTrue(head.startsWith("http/1.1 503"), head);
        assertTrue(head.contains("retry-after: 1"), head);
        assertEquals(200, line().get("/api/v1/units").status());
        for (var line : waiting) {
            assertEquals(503, line.status());
        }
    }

    @Test
    @DisplayName("a service that does not answer in time is given up, and its place is free again")
    void overdue() throws IOException {
        room.answer = SHORT;
        var first = through(room).get("/api/v1/deals/never");
        for (int i = 1; i < REQUESTS; i++) {
            line().get("/api/v1/deals/never");
        }

        assertEquals(504, first.status());
        assertTrue(Waiting.until(LONG, () -> statusOf(QUICK) == 200));
        assertTrue(Waiting.until(LONG, () -> peer.open.get() == 0));
    }

    @Test
    @DisplayName("a connection that says nothing ends, and so does one whose head trickles in or that rests")
    void silent() throws IOException {
        // More than a machine with other things to do takes to send the first request.
        room.firstRequest = Duration.ofSeconds(2);
        room.nextRequest = SHORT;
        var used = through(room).get(QUICK);
        var silent = line();
        var trickling = line().send("GET /api/v1/deals HTTP/1.1\r\nHost: off");

        assertTrue(silent.ends());
        assertTrue(trickling.ends());
        assertEquals(200, used.status());
        assertTrue(used.ends());
    }

    @Test
    @DisplayName("whoever does not take what is answered is let go")
    void stalled() throws IOException {
        room.stalled = SHORT;
        var line = through(room).get("/api/v1/deals/endless");

        assertEquals(200, line.status());
        assertTrue(Waiting.until(LONG, () -> peer.open.get() == 0), () -> "open: " + peer.open);
    }

    @Test
    @DisplayName("one connection more than there may be takes the place of the one that has rested longest")
    void connections() throws IOException {
        var busy = through(room).get("/api/v1/sales-control/p/changes");
        assertEquals(200, busy.status());
        var longest = line();
        for (int i = 2; i < CONNECTIONS; i++) {
            line();
        }

        assertEquals(200, line().get(QUICK).status());
        assertTrue(longest.ends());
        assertEquals(1, peer.open.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {414, 431, 400})
    @DisplayName("an address or headers without end are refused, and so is what is no request")
    void invalid(int status) throws IOException {
        var line = through(room);
        line.send(
                switch (status) {
                    case 414 -> "GET /" + "x".repeat(5000) + " HTTP/1.1\r\n\r\n";
                    case 431 -> "GET / HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\n\r\n";
                    default -> "GET / HTTP/1.1\r\nContent-Length: minus\r\n\r\n";
                });

        assertEquals(status, line.status());
        assertTrue(line.ends());
    }

    @Test
    @DisplayName("callers who go away in the midst leave nothing behind: no place taken, no word on the console")
    void gone() throws IOException {
        var said = new Said();
        Logger.getLogger("").addHandler(said);
        open.add(() -> Logger.getLogger("").removeHandler(said));
        through(room);
        for (int i = 0; i < 2 * REQUESTS; i++) {
            line().get("/api/v1/deals/never").close();
            var stream = line().get("/api/v1/sales-control/p/changes");
            assertEquals(200, stream.status());
            stream.close();
            line().get("/api/v1/deals/endless").close();
            line().post("/api/v1/deals", 1 << 20, "x").close();
            line().post("/api/v1/deals", 10, "x").close();
        }

        assertTrue(Waiting.until(LONG, () -> peer.open.get() == 0));
        for (int i = 0; i < REQUESTS; i++) {
            assertEquals(200, line().get(QUICK).status(), i + " " + peer.asked);
        }
        assertEquals(List.of(), List.copyOf(said.lines));
    }

    /// Little room and much time, but for what a test is about.
    private static final class Room {
        Duration firstRequest = LONG;
        Duration nextRequest = LONG;
        Duration body = LONG;
        Duration answer = LONG;
        Duration stalled = LONG;

        Limits limits() {
            return new Limits(
                    CONNECTIONS,
                    firstRequest,
                    nextRequest,
                    body,
                    1 << 20,
                    1000,
                    REQUESTS,
                    WAITING,
                    SHORT,
                    UPLOADS,
                    STREAMS,
                    answer,
                    answer,
                    stalled,
                    SHORT,
                    SHORT.dividedBy(10));
        }
    }

    private Line through(Room room) throws IOException {
        var gateway = new Gateway(port, Peer.SERVICES, _ -> List.of(peer.port()), room.limits()).start();
        open.add(gateway);
        return line();
    }

    private Line line() throws IOException {
        var line = new Line(port);
        open.add(line);
        return line;
    }

    private int statusOf(String path) {
        try (var line = new Line(port)) {
            return line.get(path).status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("content-length: ".length())))
                .findFirst()
                .orElseThrow();
    }

    private static final class Said extends Handler {

        final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            // What is less is not shown there (Up#quietLibraries).
            if (line.getLevel().intValue() >= Level.SEVERE.intValue())
                lines.add(line.getLevel() + " " + line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
