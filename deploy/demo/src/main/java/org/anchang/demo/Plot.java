package org.anchang.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// How a deal of the demo goes.
///
/// `share` is its part among all; the story takes up to `days`, and begins at the earliest `earliest` days
/// before the
/// season's end, so that what is still open is not older than an office would leave it.
enum Plot {
    QUEUED(8, 1, 5),
    RESERVED(12, 2, 17),
    SUBSCRIBED(16, 6, 26),
    LUMP_SUM(10, 18, 60),
    MORTGAGE(14, 24, 60),
    INSTALMENTS(8, 18, 60),
    FILED_LUMP_SUM(20, 30, Season.LAST),
    FILED_MORTGAGE(14, 44, Season.LAST),
    SWAP(10, 22, Season.LAST),
    SWAP_REFUSED(3, 16, 30),
    REFUND(8, 26, Season.LAST),
    REFUND_OF_CONTRACT(2, 34, Season.LAST),
    REFUND_REFUSED(2, 16, 30),
    DISCOUNT(6, 22, 60),
    DISCOUNT_REFUSED(3, 16, 30),
    RENAME(4, 22, 60),
    RENAME_REFUSED(1, 16, 30),
    VOID(5, 16, Season.LAST),
    VOID_REFUSED(1, 12, 26),
    LAYOUT_CHANGE(2, 26, 60),
    LAPSE_FORFEITED(3, 24, Season.LAST),
    LAPSE_PAID_BACK(2, 20, Season.LAST),
    TICKET_RETURNED(2, 3, Season.LAST),
    CHANGE_WAITING(6, 10, 12);

    private final int share;
    private final int days;
    private final int earliest;

    Plot(int share, int days, int earliest) {
        this.share = share;
        this.days = days;
        this.earliest = earliest;
    }

    /// A day on which such a story may begin.
    int beginning(Random chance) {
        var last = Season.LAST - days;
        var first = Math.max(2, Season.LAST - Math.max(earliest, days));
        return first >= last ? last : first + chance.nextInt(last - first + 1);
    }

    /// As many plots as there are deals, each in its share, in an order by chance.
    static List<Plot> cast(int deals, Random chance) {
        var whole = 0;
        for (var plot : values()) {
            whole += plot.share;
        }
        var cast = new ArrayList<Plot>(deals);
        var shares = 0;
        for (var plot : values()) {
            shares += plot.share;
            // Each plot fills up to its part of the whole, so that rounding loses none.
            while (cast.size() < Math.round((double) deals * shares / whole)) {
                cast.add(plot);
            }
        }
        Collections.shuffle(cast, chance);
        return cast;
    }
}
