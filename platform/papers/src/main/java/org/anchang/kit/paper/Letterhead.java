package org.anchang.kit.paper;

/// What stands around a paper: whose it is above, which one it is below.
///
/// @param company the seller, as the project names it
/// @param print   the number of the print; empty on a preview
/// @param hash    of the content, by which it is checked; empty on a preview
/// @param check   what the code at the foot says; empty on a preview
/// @param by      who printed it, and when
public record Letterhead(String company, String print, String hash, String check, String by) {
    private static final int SHOWN = 16;

    public boolean isPreview() {
        return print.isEmpty();
    }

    String shortHash() {
        return hash.substring(0, Math.min(SHOWN, hash.length()));
    }
}
