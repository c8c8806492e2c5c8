package org.anchang.test.faulty;

/// Refusals in the order of their enum, and in others.
final class Drying {
    private Drying() {}

    static void inOrder(int water, int degrees, int hour) {
        refuseIf(water > 3, NotPainted.TOO_WET);
        if (degrees < 5) {
            throw new IllegalStateException(NotPainted.TOO_COLD.name());
        }
        refuseIf(hour > 18, NotPainted.TOO_LATE);
    }

    static void alternatives(boolean outside, int water, int degrees) {
        if (outside) {
            refuseIf(degrees < 5, NotPainted.TOO_COLD);
        } else {
            refuseIf(water > 3, NotPainted.TOO_WET);
        }
    }

    static void cases(Colour colour) {
        switch (colour) {
            case RED -> throw new IllegalStateException(NotPainted.TOO_LATE.name());
            case GREEN -> throw new IllegalStateException(NotPainted.TOO_COLD.name());
            case BLUE -> throw new IllegalStateException(NotPainted.TOO_WET.name());
        }
    }

    static void lateFirst(int water, int hour) {
        refuseIf(hour > 18, NotPainted.TOO_LATE);
        refuseIf(water > 3, NotPainted.TOO_WET);
    }

    static void throwsFirst(int water, int degrees) {
        if (degrees < 5) {
            throw new IllegalStateException(NotPainted.TOO_COLD.name());
        }
        refuseIf(water > 3, NotPainted.TOO_WET);
    }

    static Runnable inLambda(int water, int hour) {
        return () -> lateThenWet(water > 3 ? NotPainted.TOO_LATE : null, hour > 18 ? NotPainted.TOO_WET : null);
    }

    private static void lateThenWet(Object... refusals) {}

    private static void refuseIf(boolean condition, NotPainted refusal) {
        if (condition) {
            throw new IllegalStateException(refusal.name());
        }
    }
}
