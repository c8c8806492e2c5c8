package org.anchang.rehearsal.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/// Many open streams of changes, read by one thread that does as little as can be: two cores carry them beside the
/// service. It knows the units of [Stock] by the number in their ids.
final class ManyScreens implements AutoCloseable {
    private static final byte[] UNIT = "\"unit\":\"00000001-0000-7000-8000-".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 12;

    private final Selector selector = Selector.open();
    private final List<SocketChannel> lines = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1_024);
    private final AtomicInteger reading = new AtomicInteger();
    private final Histogram delays = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    private final long[] sentAt;
    private final Thread reader = Thread.ofPlatform().daemon().unstarted(this::read);
    private volatile boolean closed;
    private volatile long seen;

    /// What one stream has shown, and the end of it that is no whole event yet.
    private static final class Line {
        private final BitSet shown = new BitSet();
        private byte[] rest = new byte[0];
    }

    /// Opens them one after the other and returns when each has answered.
    ///
    /// @param token by which the stream of that number is opened
    /// @param units numbers of units go up to here
    ManyScreens(URI stream, IntFunction<String> token, int screens, int units) throws IOException {
        sentAt = new long[units + 1];
        for (int i = 0; i < screens; i++) {
            var request = "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nAccept: text/event-stream\r\n\r\n"
                    .formatted(stream.getPath(), token.apply(i))
                    .getBytes(StandardCharsets.US_ASCII);
            var line = SocketChannel.open(new InetSocketAddress(stream.getHost(), stream.getPort()));
            line.write(ByteBuffer.wrap(request));
            line.configureBlocking(false);
            line.register(selector, SelectionKey.OP_READ, new Line());
            lines.add(line);
            if (i == 0) {
                reader.start();
            }
            selector.wakeup();
            for (var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                    reading.get() <= i - 64 || i == screens - 1 && reading.get() < screens; ) {
                if (System.nanoTime() > patience || closed) {
                    throw new IOException("only " + reading + " of " + screens + " streams answer");
                }
                Thread.onSpinWait();
            }
        }
    }

    /// The request for this unit is sent now.
    void sends(int unit) {
        sentAt[unit] = System.nanoTime();
    }

    /// Units shown, counted for each stream.
    long seen() {
        return seen;
    }

    /// From the sending of a request until a stream showed its unit, in microseconds. To be read when nothing comes
    /// any more.
    Histogram delays() {
        return delays;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            reader.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (var line : lines) {
            line.close();
        }
        selector.close();
    }

    private void read() {
        try {
            while (!closed) {
                selector.select(this::read);
            }
        } catch (IOException e) {
            closed = true;
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IOException("a stream has ended");
            }
            look((Line) key.attachment(), buffer.flip());
        } catch (IOException e) {
            closed = true;
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void look(Line line, ByteBuffer part) {
        var now = System.nanoTime();
        var bytes = new byte[line.rest.length + part.remaining()];
        System.arraycopy(line.rest, 0, bytes, 0, line.rest.length);
        part.get(bytes, line.rest.length, part.remaining());
        if (line.shown.isEmpty()) {
            // The answer itself; unit 0 does not exist.
            line.shown.set(0);
            reading.incrementAndGet();
        }
        int from = 0;
        for (int at; (at = indexOf(bytes, from)) >= 0; from = at + UNIT.length + DIGITS) {
            if (at + UNIT.length + DIGITS > bytes.length) {
                break;
            }
            shown(line, number(bytes, at + UNIT.length), now);
        }
        var kept = Math.max(from, bytes.length - UNIT.length - DIGITS);
        line.rest = java.util.Arrays.copyOfRange(bytes, Math.min(kept, bytes.length), bytes.length);
    }

    private void shown(Line line, int unit, long now) {
        if (unit < sentAt.length && sentAt[unit] != 0 && !line.shown.get(unit)) {
            line.shown.set(unit);
            delays.recordValue((now - sentAt[unit]) / 1_000);
            seen = seen + 1;
        }
    }

    private static int indexOf(byte[] bytes, int from) {
        outer:
        for (int at = from; at <= bytes.length - UNIT.length; at++) {
            // What differs soonest comes first.
            if (bytes[at] != UNIT[0] || bytes[at + 1] != UNIT[1] || bytes[at + 2] != UNIT[2]) {
                continue;
            }
            for (int i = 3; i < UNIT.length; i++) {
                if (bytes[at + i] != UNIT[i]) {
                    continue outer;
                }
            }
            return at;
        }
        return -1;
    }

    private static int number(byte[] bytes, int from) {
        int number = 0;
        for (int i = from; i < from + DIGITS; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
