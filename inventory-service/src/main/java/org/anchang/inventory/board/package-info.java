/// The sales-control table (销控表): every unit and its state, at a glance, on every open screen (INV-7).
///
/// Versions: each row of `unit` carries a `version` not below the id of the transaction that wrote it last. The
/// version of a table is the id of the oldest transaction still running when it was read; everything older is
/// in it. So whoever has
/// a table of version _v_ misses nothing if every cell with a version of _v_ or more is sent again, however
/// transactions overlapped, and no counter is shared by those who write. Cells may be sent twice; each is sent
/// whole.
///
/// Each process keeps the tables that are asked for ([KeptTables]) and looks at the database before it answers: table,
/// totals and stream come from the same [StandingTable]. A change is seen by the version of its unit's row, so whatever
/// changes a cell must write the row of `unit`, and a unit is never deleted.
///
/// Whoever follows asks again with the id of the last event and has missed nothing. Where too many cells have changed
/// there is one event `reload` in their place. A screen on a wall has a role of its own, which sees [View#WALL] and the
/// board of an opening day and is refused everything else in every service. The version is one of the database's
/// transactions: after it was restored from a dump, restart the service and read the table afresh.
package org.anchang.inventory.board;
