package org.anchang.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/// Runs in the broker's own JVM, with nothing of ours but itself: formats empty storage, then is the broker.
final class BrokerMain {

    private BrokerMain() {}

    static void main(String[] arguments) {
        var properties = arguments[0];
        if (!Files.exists(Path.of("data", "meta.properties"))) {
            var format = new String[] {
                "format", "--ignore-formatted", "--config", properties, "--cluster-id", "QW5jaGFuZy1PZmZpY2U"
            };
            var exitCode = StorageTool.execute(format, System.out);
            if (exitCode != 0) {
                System.exit(exitCode);
            }
        }
        Kafka.main(new String[] {properties});
    }
}
