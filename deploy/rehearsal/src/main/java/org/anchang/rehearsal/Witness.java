package org.anchang.rehearsal;

import org.anchang.client.Office;

/// What the real project looks like, to be compared before and after.
///
/// @param table    stands for every cell of its sales-control table: it changes with any of them
/// @param states   how many units are in which state
/// @param releases how many there have been
record Witness(String table, String states, int releases) {
    static Witness of(Office office, String user, String project) {
        var table = office.person(user).get("/sales-control/" + project).done();
        var releases = office.person(user)
                .get("/releases?limit=200&project=" + project)
                .done()
                .at("items");
        return new Witness(table.tag(), table.at("totals/states").toString(), releases.size());
    }
}
