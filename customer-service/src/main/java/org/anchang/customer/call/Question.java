package org.anchang.customer.call;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.anchang.kit.name.OneLine;

/// TEL-1: what a caller asked, and whether the phone was the place to answer it.
public record Question(
        @NotBlank @OneLine @Size(max = 200) String question,
        @NotNull Boolean answered) {}
