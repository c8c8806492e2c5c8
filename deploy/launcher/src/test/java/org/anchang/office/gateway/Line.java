package org.anchang.office.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A connection to the gateway on which each byte is written and read by hand.
final class Line implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    Line(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    Line send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Line get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: office\r\n\r\n");
    }

    /// A request that announces a body of that length and goes on with what comes of it.
    Line post(String path, long length, String begun) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: office\r\nContent-Length: " + length + "\r\n\r\n" + begun);
    }

    /// The status line and the headers, in small letters; empty where the connection ends.
    String head() throws IOException {
        var read = new ByteArrayOutputStream();
        while (true) {
            var next = next();
            if (next < 0) {
                return "";
            }
            read.write(next);
            var text = read.toString(StandardCharsets.ISO_8859_1);
            if (text.endsWith("\r\n\r\n")) {
                return text.toLowerCase(Locale.ROOT);
            }
        }
    }

    int status() throws IOException {
        var head = head();
        return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ")[1]);
    }

    String body(int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    /// Whether the other side ends the connection, whatever it says before.
    boolean ends() throws IOException {
        int next;
        do {
            next = next();
        } while (next >= 0);
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int next() throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException _) {
            // Reset: it has ended.
            return -1;
        }
    }
}
