package org.anchang.test.faulty;

import org.anchang.kit.problem.Refusal;

enum NotPainted implements Refusal {
    TOO_WET,
    TOO_COLD,
    TOO_LATE
}
