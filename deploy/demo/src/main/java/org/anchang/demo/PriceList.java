package org.anchang.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A price list in the columns in which offices publish theirs: one row for each unit.
///
/// @param projectName as its first column names the project
public record PriceList(String projectName, String csv) {
    private static final String HEADINGS = "项目,楼栋,单元,楼层,房号,建筑面积,户内面积,预售单价";

    /// A kind of room that repeats on every floor.
    private record Layout(String area, String interiorArea) {}

    private record House(String name, int sections, int floors, List<Layout> rooms, int pricePerSquareMetre) {}

    private static final Layout THREE_ROOMS = new Layout("118.46", "94.77");
    private static final Layout FOUR_ROOMS = new Layout("143.20", "115.28");
    private static final Layout TWO_ROOMS = new Layout("89.35", "71.04");
    private static final List<House> HOUSES = List.of(
            new House("1栋", 2, 18, List.of(FOUR_ROOMS, THREE_ROOMS, THREE_ROOMS, FOUR_ROOMS), 11_200),
            new House("2栋", 2, 17, List.of(THREE_ROOMS, TWO_ROOMS, TWO_ROOMS, THREE_ROOMS), 10_400),
            new House("3栋", 1, 30, List.of(FOUR_ROOMS, TWO_ROOMS, TWO_ROOMS, FOUR_ROOMS), 10_900));

    /// A list of the product's own making: 400 units in 3 buildings, prices by the seed.
    public static PriceList made(long seed) {
        var chance = new Random(seed);
        var csv = new StringBuilder(HEADINGS).append('\n');
        for (var house : HOUSES) {
            for (int section = 1; section <= house.sections(); section++) {
                for (int floor = house.floors(); floor >= 1; floor--) {
                    for (int room = 1; room <= house.rooms().size(); room++) {
                        var layout = house.rooms().get(room - 1);
                        csv.append("云山府,%s,%d单元,%d,%02d,%s,%s,%s\n"
                                .formatted(
                                        house.name(),
                                        section,
                                        floor,
                                        room,
                                        layout.area(),
                                        layout.interiorArea(),
                                        price(house, floor, chance)));
                    }
                }
            }
        }
        return new PriceList("云山府", csv.toString());
    }

    /// Any other list in these columns, in UTF-8 or GBK.
    public static PriceList read(Path file) throws IOException {
        var csv = text(Files.readAllBytes(file));
        var rows = csv.lines().limit(2).toList();
        if (rows.size() < 2) {
            throw new IOException(file + " has no rows");
        }
        var place = List.of(rows.getFirst().split(",", -1)).indexOf("项目");
        var name = place < 0 ? "" : rows.getLast().split(",", -1)[place].strip();
        return new PriceList(name.isEmpty() ? file.getFileName().toString() : name, csv);
    }

    /// The higher the dearer, but for the top floor; the fourth and the fourteenth are cheaper.
    private static BigDecimal price(House house, int floor, Random chance) {
        var price = house.pricePerSquareMetre() * 100 + floor * 2_600 + chance.nextInt(30_000);
        if (floor == house.floors()) {
            price -= 45_000;
        }
        if (floor % 10 == 4) {
            price -= 20_000;
        }
        return BigDecimal.valueOf(price, 2);
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }
}
