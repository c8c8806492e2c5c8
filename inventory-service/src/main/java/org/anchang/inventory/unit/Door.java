package org.anchang.inventory.unit;

import java.util.Locale;
import java.util.regex.Pattern;
import org.anchang.kit.name.Names;

/// INV-17: where a unit is in its building, and what its door is called: the same door is the same unit,
/// whatever the list it stands in writes. Floor 1 and room `101`, `01` or `1`, floor `01` or `1层`: one
/// door, `101`.
///
/// The rule, as offices number doors: a floor's number has no leading zero; a room's number has two digits
/// at least, and stands behind its floor's. A room that begins with its floor, two digits or more behind
/// it, has the floor in it.
///
/// @param section as written
/// @param floor   without leading zeros and `层`; a basement as `-1`
/// @param room    as written
public record Door(String section, String floor, String room) {
    private static final Pattern LEADING_ZEROS = Pattern.compile("^(\\D*)0+(?=\\d)");
    private static final Pattern ANY_LEADING_ZEROS = Pattern.compile("(?<!\\d)0+(?=\\d)");
    private static final Pattern FLOOR_WORD = Pattern.compile("(?<=\\d)[层楼F]$");
    private static final Pattern ROOM_WORD = Pattern.compile("(?<=\\d)[室房号]$");
    private static final Pattern BASEMENT = Pattern.compile("^负(?=\\d)");
    private static final Pattern TWO_DIGITS = Pattern.compile("^\\d{2}.*");
    private static final Pattern NUMBER = Pattern.compile("^0*(\\d+)");

    public static Door written(String section, String floor, String room) {
        return new Door(Names.trimmed(section), floorOf(floor), Names.trimmed(room));
    }

    /// A floor as it stands in [#floor].
    public static String floorOf(String written) {
        var plain =
                BASEMENT.matcher(Names.plain(written).toUpperCase(Locale.ROOT)).replaceFirst("-");
        return FLOOR_WORD
                .matcher(LEADING_ZEROS.matcher(plain).replaceFirst("$1"))
                .replaceFirst("");
    }

    /// A section as it stands in [#key].
    public static String sectionOf(String written) {
        return Names.key(written);
    }

    /// A room as it stands in [#key], where nothing is known of its floor.
    public static String roomOf(String written) {
        return ANY_LEADING_ZEROS
                .matcher(Names.key(ROOM_WORD.matcher(Names.plain(written)).replaceFirst("")))
                .replaceAll("");
    }

    /// What the door is compared by within its building: section, floor and room, a blank between them; no
    /// normal form has a blank in it.
    public String key() {
        return sectionOf(section) + " " + Names.key(floor) + " " + roomOf(onItsFloor());
    }

    /// What people call it within its building: `1单元-3101`, `负1车05`.
    public String name() {
        var number = NUMBER.matcher(onItsFloor())
                .replaceFirst(digits -> digits.group(1).length() < 2 ? "0" + digits.group(1) : digits.group(1));
        var whole = (floor.startsWith("-") ? "负" + floor.substring(1) : floor) + number;
        return section.isEmpty() ? whole : section + "-" + whole;
    }

    /// The room without its floor.
    private String onItsFloor() {
        var plain = BASEMENT.matcher(ROOM_WORD.matcher(Names.plain(room)).replaceFirst(""))
                .replaceFirst("-");
        var whole = LEADING_ZEROS.matcher(plain).replaceFirst("$1");
        if (whole.regionMatches(true, 0, floor, 0, floor.length())) {
            var rest = whole.substring(floor.length());
            if (TWO_DIGITS.matcher(rest).matches()) {
                return rest;
            }
        }
        return plain;
    }
}
