package org.anchang.test.faulty;

enum Colour {
    RED,
    GREEN,
    BLUE
}
