package org.anchang.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleTest {
    @Test
    @DisplayName("the same seed makes the same price list of 400 units in 3 buildings, another seed another one")
    void priceList() {
        var list = PriceList.made(1);

        assertEquals(list, PriceList.made(1));
        assertNotEquals(list, PriceList.made(2));
        assertEquals(401, list.csv().lines().count());
        var rooms = new HashSet<String>();
        var buildings = new HashSet<String>();
        list.csv().lines().skip(1).map(line -> line.split(",")).forEach(row -> {
            buildings.add(row[1]);
            rooms.add(String.join("-", row[1], row[2], row[3], row[4]));
            assertTrue(row[7].matches("\\d{4,5}\\.\\d{2}"), row[7]);
        });
        assertEquals(3, buildings.size());
        assertEquals(400, rooms.size());
    }

    @Test
    @DisplayName("any list in the same columns is read, in UTF-8 or GBK, and names its project")
    void otherList(@TempDir Path folder) throws Exception {
        var csv = "楼栋,项目,单元,楼层,房号,建筑面积,预售单价\n1栋,松风,1单元,1,01,100.00,9000.00\n";
        var file = folder.resolve("list.csv");

        Files.write(file, ("\uFEFF" + csv).getBytes("UTF-8"));
        assertEquals(new PriceList("松风", csv), PriceList.read(file));
        Files.write(file, csv.getBytes("GB18030"));
        assertEquals(new PriceList("松风", csv), PriceList.read(file));
    }

    @Test
    @DisplayName(
            "the same seed makes the same visitors, no two with one phone, with identity numbers of the right form")
    void visitors() {
        var visitors = new Visitors(1).take(300);

        assertEquals(visitors, new Visitors(1).take(300));
        assertEquals(
                300, visitors.stream().map(Visitors.Visitor::phone).distinct().count());
        assertTrue(visitors.stream().allMatch(visitor -> visitor.idNumber().matches("\\d{17}[0-9X]")));
    }

    @Test
    @DisplayName("every plot has its deals, at any scale, and ends by yesterday")
    void plots() {
        assertEquals(150, Plot.cast(150, new Random(1)).size());
        assertEquals(7, Plot.cast(7, new Random(1)).size());
        assertEquals(Plot.values().length, new HashSet<>(Plot.cast(150, new Random(1))).size());
        for (var plot : Plot.values()) {
            for (int seed = 0; seed < 200; seed++) {
                var day = plot.beginning(new Random(seed));
                assertTrue(day >= 2 && day < Season.LAST, plot + " " + day);
            }
        }
    }

    @Test
    @DisplayName("a day passes when everybody has done its work")
    void calendar() {
        var opening = LocalDate.of(2026, 9, 1);
        var calendar = new Calendar(opening, 3);
        var days = Collections.synchronizedList(new ArrayList<Integer>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var plan : List.of(List.of(1, 4, 9), List.of(2, 4, 5), List.of(3, 30))) {
                threads.submit(() -> {
                    for (int day : plan) {
                        calendar.reach(opening.plusDays(day));
                        days.add(day);
                    }
                    calendar.leave();
                });
            }
        }
        assertEquals(List.of(1, 2, 3, 4, 4, 5, 9, 30), days);
    }

    @Test
    @DisplayName("an option that nobody knows is refused")
    void options() {
        assertEquals(7, DemoOptions.of("--seed", "7").seed());
        assertThrows(IllegalArgumentException.class, () -> DemoOptions.of("--sede", "7"));
        assertThrows(IllegalArgumentException.class, () -> DemoOptions.of("--seed"));
        assertThrows(IllegalArgumentException.class, () -> DemoOptions.of("--customers", "5"));
    }
}
