package org.anchang.test.faulty;

/// Switches that name every case, and such that do not.
final class Painting {
    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    private Painting() {}

    static int named(Colour colour) {
        return switch (colour) {
            case RED -> 1;
            case GREEN -> 2;
            case BLUE -> 3;
        };
    }

    static int named(Shape shape) {
        return switch (shape) {
            case Circle(var radius) when radius > 3 -> radius;
            case Circle _ -> 3;
            case Square(var side) -> side;
        };
    }

    static int ofOthers(Object thing) {
        return switch (thing) {
            case Colour _ -> 1;
            case String text -> text.length();
            default -> 0;
        };
    }

    static String withDefault(Colour colour) {
        return switch (colour) {
            case RED -> "warm";
            default -> "cold";
        };
    }

    static void withoutTheLast(Colour colour, StringBuilder text) {
        switch (colour) {
            case RED -> text.append("red");
            case GREEN -> text.append("green");
        }
    }

    static int withDefault(Shape shape) {
        return switch (shape) {
            case Circle(var radius) -> radius;
            default -> 0;
        };
    }

    static Runnable inLambda(Shape shape) {
        return () -> {
            switch (shape) {
                case Circle _ -> Thread.yield();
                default -> {}
            }
        };
    }
}
