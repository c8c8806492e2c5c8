package org.anchang.customer;

/// CUS-2: 客户编号, e.g. `XLY-ZS001`: the archive's letter, the region, the name's initials, and a serial of at
/// least three digits. A serial is given once in its series, whatever the archive, so that moving to the other
/// archive changes the letter alone and meets no other number.
public record CustomerNumber(Archive archive, NumberSeries series, int serial) {
    /// 客户档案: `C` of those who bought, `X` of those who did not.
    public enum Archive {
        C,
        X
    }

    /// The number of somebody who has not bought.
    public static CustomerNumber ofProspect(NumberSeries series, int serial) {
        return new CustomerNumber(Archive.X, series, serial);
    }

    @Override
    public String toString() {
        return "%s%s-%s%03d".formatted(archive, series.region(), series.initials(), serial);
    }
}
