package org.anchang.inventory.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorRulesTest {
    @ParameterizedTest
    @DisplayName("INV-17 floor 1 and room 01 are the same door as 101, however floor, room and section are written")
    @CsvSource({
        "1单元, 1, 01",
        "1单元, 1, 1",
        "1单元, 1, 001",
        "1单元, 01, 01",
        "1单元, 1, 101",
        "1单元, 01, 0101",
        "1单元, 1层, 101室",
        "1单元, 1F, 01",
        "１单元, １, ０１",
        "1 单元, '1\u00A0', '01\u200B'",
        "'1单元\uFEFF', ' 1', '1\u300001'",
    })
    void sameDoor(String section, String floor, String room) {
        var door = Door.written(section, floor, room);

        assertThat(door.key()).isEqualTo("1单元 1 1");
        assertThat(door.name()).endsWith("-101");
        assertThat(door.floor()).isEqualTo("1");
    }

    @ParameterizedTest
    @DisplayName("INV-17 doors that read differently are different doors")
    @CsvSource({
        "1, 01, 1, 11",
        "1, 01, 2, 01",
        "1, 11, 11, 1",
        "1, 01, 11, 01",
        "1, 11, 1, 111A",
        "3, 1, 3, 31",
        "3A, 02, 3, 02",
        "-1, 05, 1, 05",
        "B1, 车01, B1, 01"
    })
    void anotherDoor(String floor, String room, String otherFloor, String otherRoom) {
        var one = Door.written("", floor, room);
        var other = Door.written("", otherFloor, otherRoom);

        assertThat(one.key()).isNotEqualTo(other.key());
        assertThat(one.name()).isNotEqualTo(other.name());
    }

    @ParameterizedTest
    @DisplayName("INV-1 INV-17 a door reads as offices write it")
    @CsvSource({
        "1单元, 31, 01, 1单元-3101",
        "1单元, 31, 3101, 1单元-3101",
        "1单元, 3, 1, 1单元-301",
        "1单元, 3, 31, 1单元-331",
        "1单元, 11, 1, 1单元-1101",
        "1单元, 1, 11, 1单元-111",
        "1单元, 10, 1012, 1单元-1012",
        "'', 3A, 02, 3A02",
        "'', 3a, 3A02, 3A02",
        "'', B1, 车01, B1车01",
        "'', -1, 05, 负105",
        "'', 负1, 05, 负105",
        "'', -1, -105, 负105",
        "'', 地下, 01, 地下01",
        "1单元, 负1跃, 02, 1单元-负1跃02",
        "'', 1, 01A, 101A",
        "'', 1, 101A, 101A",
        "'', 1, A, 1A"
    })
    void name(String section, String floor, String room, String name) {
        assertThat(Door.written(section, floor, room).name()).isEqualTo(name);
    }
}
