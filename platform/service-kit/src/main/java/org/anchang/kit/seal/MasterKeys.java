package org.anchang.kit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The ring of the environment: `ANCHANG_SEALING_KEY`, and in `ANCHANG_SEALING_OLDER_KEYS` those under which data keys
/// are wrapped still, with commas between. Each is 32 bytes in Base64.
@ApplicationScoped
class MasterKeys {
    private final MasterKey current;
    private final List<MasterKey> older;

    MasterKeys(
            @ConfigProperty(name = "anchang.sealing.key") String key,
            @ConfigProperty(name = "anchang.sealing.older-keys") Optional<List<String>> olderKeys) {
        current = MasterKey.of(SealingKey.read("ANCHANG_SEALING_KEY", key));
        older = olderKeys.orElse(List.of()).stream()
                .map(one -> MasterKey.of(SealingKey.read("One of ANCHANG_SEALING_OLDER_KEYS", one)))
                .filter(one -> !one.id().equals(current.id()))
                .toList();
    }

    MasterKey current() {
        return current;
    }

    List<MasterKey> all() {
        return Stream.concat(Stream.of(current), older.stream()).toList();
    }

    Optional<MasterKey> of(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
