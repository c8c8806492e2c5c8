package org.anchang.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("what was committed is there after an orderly end and after a SIGKILL")
    void dataSurvives() throws SQLException {
        try (var server = new PostgresServer(folder, 0, PostgresServer.QUICK).start()) {
            server.createDatabase("deal");
            server.createDatabase("deal");
            run(server, "create table unit (name text)");
            run(server, "insert into unit values ('1-101')");
            server.stop();
            assertFalse(server.alive());
            server.start();
            run(server, "insert into unit values ('1-102')");
            // Open while the postmaster dies: its backend must not be in the way of the next start.
            try (var open = server.connect("deal");
                    var statement = open.createStatement()) {
                statement.execute("select count(*) from unit");
                server.kill();
                server.start();
            } catch (SQLException e) {
                assertTrue(e.getMessage() != null, "closing a connection whose server is gone may fail");
            }

            assertEquals(2, count(server));
        }
    }

    @Test
    @DisplayName("a taken port ends in one line that says who has it")
    void takenPort() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var server = new PostgresServer(folder, taken.getLocalPort(), PostgresServer.QUICK);

            var failure = assertThrows(BackingFailure.class, server::start);
            assertTrue(failure.getMessage().startsWith("port " + taken.getLocalPort() + " is taken by java"));
            assertEquals(1, failure.getMessage().lines().count());
        }
    }

    private static void run(PostgresServer server, String sql) throws SQLException {
        try (var connection = server.connect("deal");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(PostgresServer server) throws SQLException {
        try (var connection = server.connect("deal");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from unit")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
