package org.anchang.rehearsal;

import java.util.stream.StreamSupport;

/// What the real project looks like, to be compared before and after.
///
/// @param table    stands for every cell of its sales-control table: it changes with any of them
/// @param states   how many units are in which state
/// @param releases how many there have been
record Witness(String table, String states, int releases) {
    static Witness of(SalesOffice office, String user, String project) {
        var table = office.get(user, "/sales-control/" + project);
        var releases = office.get(user, "/releases?limit=200&project=" + project)
                .json()
                .path("items");
        return new Witness(
                table.tag(), table.json().path("totals").path("states").toString(), (int)
                        StreamSupport.stream(releases.spliterator(), false).count());
    }
}
