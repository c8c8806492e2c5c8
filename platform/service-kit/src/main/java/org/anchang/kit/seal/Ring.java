package org.anchang.kit.seal;

/// Keys of one purpose: what is sealed from now on goes under the newest, what was sealed before is opened by the one
/// that it names.
interface Ring {
    SealingKey newest();

    /// @throws IllegalStateException if there is none of this id
    SealingKey of(int id);

    /// @throws IllegalStateException if it was sealed under none of these keys or in another place, or is
    ///     no sealed value
    default byte[] open(byte[] sealed, Place place) {
        return of(SealingKey.idOf(sealed)).open(sealed, place);
    }

    /// One key for everything.
    static Ring of(SealingKey only) {
        return new Ring() {
            @Override
            public SealingKey newest() {
                return only;
            }

            @Override
            public SealingKey of(int id) {
                if (id != only.id()) {
                    throw new IllegalStateException(SealingKey.NOT_OURS);
                }
                return only;
            }
        };
    }
}
