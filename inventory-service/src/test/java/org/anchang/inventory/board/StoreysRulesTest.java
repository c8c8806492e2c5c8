package org.anchang.inventory.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreysRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "B2 B1 1 2 3 3A 4 10 12 12A 12B 14",
                "-2 -1 1 2 11",
                "地下二层 地下一层 一层 二层 十层 十一层 二十层 二十一层",
                "负二层 负一层 首层 夹层 2 3",
                "地下2层 地下1层 1 2 跃层",
                "B1 G 1 1夹层 2 5 5跃 6 顶层 屋顶",
                "4 5 5层跃层 6",
                "8 9 跃9 10",
                "１ ２ １０"
            })
    @DisplayName("INV-1 floors that are no numbers stand where they are in the building, from below")
    void floors(String fromBelow) {
        assertSorted(fromBelow, Storeys.ASCENDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01 02 10",
                "101 101A 101跃 102 1001",
                "101 跃101 102",
                "B1 B2 B10",
                "P1 P2 P10 P101",
                "3A01 3A02 3B01 4A01",
                "1单元 2单元 10单元",
                "一单元 二单元 十单元 十二单元",
                "1栋 2栋 9栋 10栋 10栋A",
                "一期9栋 一期10栋 二期1栋"
            })
    @DisplayName(
            "INV-1 rooms, sections and buildings stand in the order of their numbers, a room's upper part beside it")
    void rooms(String inOrder) {
        assertSorted(inOrder, Storeys.NATURAL);
    }

    private static void assertSorted(String inOrder, Comparator<String> order) {
        var expected = Arrays.asList(inOrder.split(" "));
        for (int seed = 0; seed < 20; seed++) {
            List<String> mixed = new ArrayList<>(expected);
            Collections.shuffle(mixed, new Random(seed));
            mixed.sort(order);
            assertThat(mixed).isEqualTo(expected);
        }
    }
}
