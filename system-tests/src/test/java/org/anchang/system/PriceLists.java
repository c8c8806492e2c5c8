package org.anchang.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Price lists for the tests: the real one where it lies beside the checkout, else one made here in the same
/// columns.
final class PriceLists {
    private static final Path REAL = RunningOffice.ROOT.resolveSibling("shared/data/price-list-songfeng.csv");
    static final String HEADER = "项目,楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价";

    private PriceLists() {}

    /// The real list, where there is one.
    static Optional<Path> real() {
        return Optional.of(REAL).filter(Files::exists);
    }

    static String realOrMade() throws IOException {
        return Files.exists(REAL) ? Files.readString(REAL) : made("松风", 3, 26, 4);
    }

    /// A list is for the project that it names, and for no other.
    static String project(String priceList) {
        return priceList.lines().skip(1).findFirst().orElseThrow().split(",")[0];
    }

    static long units(String priceList) {
        return priceList.lines().skip(1).filter(line -> !line.isBlank()).count();
    }

    static String made(String project, int buildings, int floors, int rooms) {
        var rows = IntStream.rangeClosed(1, buildings).boxed().flatMap(building -> IntStream.rangeClosed(1, floors)
                .boxed()
                .flatMap(floor -> IntStream.rangeClosed(1, rooms)
                        .mapToObj(room -> row(project, List.of(building, floor, room)))));
        return HEADER + "\n" + rows.collect(Collectors.joining("\n")) + "\n";
    }

    private static String row(String project, List<Integer> place) {
        var floor = place.get(1);
        var room = place.get(2);
        var area = 79 + room * 12;
        return "%s,%d栋,1单元,%d,%02d,%d.%02d,%d.%02d,%d.50"
                .formatted(project, place.getFirst(), floor, room, area, floor, area - 20, floor, 11_000 + floor * 45);
    }
}
