package org.anchang.kit.seal;

import java.nio.ByteBuffer;
import java.util.Base64;

/// A key of the environment. No value is sealed under it: it wraps data keys, and gives the key under which services
/// seal for each other (decision 46).
///
/// @param id      tells it from others and nothing of what it is
/// @param courier under what a service with this master key seals for its neighbours
record MasterKey(String id, SealingKey wrapping, SealingKey courier) {
    static MasterKey of(byte[] bytes) {
        var id = ByteBuffer.wrap(SealingKey.derived(bytes, "id")).getInt();
        return new MasterKey(
                "%08x".formatted(id),
                new SealingKey(id, SealingKey.derived(bytes, "wrapping")),
                new SealingKey(id, SealingKey.derived(bytes, "courier")));
    }

    String wrap(byte[] key, Place place) {
        return Base64.getEncoder().encodeToString(wrapping.seal(key, place));
    }

    byte[] unwrap(String wrapped, Place place) {
        return wrapping.open(Base64.getDecoder().decode(wrapped), place);
    }

    /// Nothing of the keys reaches a log.
    @Override
    public String toString() {
        return id;
    }
}
