package org.anchang.customer.care.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anchang.customer.dossier.consent.DossierKeys;
import org.anchang.kit.seal.Sealing;

/// CAR-3, CUS-7: opens what customers said in words, as long as their keys are there.
@ApplicationScoped
class ReadingWords {
    /// @param keys those that are not shredded
    record Readable(Sealing own, Map<UUID, Sealing> keys) {
        Optional<String> open(Surveys.OwnWords words) {
            var key = words.key() == null ? own : keys.get(words.key());
            return Optional.ofNullable(key)
                    .map(sealing -> sealing.open(words.body(), Scoring.body(words.invitation(), words.nth())));
        }
    }

    @Inject
    DossierKeys keys;

    @Inject
    Sealing sealing;

    Readable of(Collection<Surveys.OwnWords> all) {
        return new Readable(
                sealing,
                keys.living(all.stream()
                        .map(Surveys.OwnWords::key)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
    }
}
