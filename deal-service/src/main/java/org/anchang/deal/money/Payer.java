package org.anchang.deal.money;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.anchang.kit.name.OneLine;
import org.jspecify.annotations.Nullable;

/// Who paid, where that is not the buyer. Does not print itself: it is personal data.
public record Payer(
        @NotBlank @OneLine @Size(max = 100) String name,
        @Nullable @Size(max = 60) String account) {
    @Override
    public String toString() {
        return "Payer[]";
    }
}
