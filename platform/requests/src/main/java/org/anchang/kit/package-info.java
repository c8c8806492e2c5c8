/// What all services have alike, each mechanism once, a package per mechanism with one public door:
///
/// - `outbox`: `Outbox.append`: published at least once, in order per aggregate, if and only if committed
/// - `inbox`: `Inbox.read`: effect exactly once; a gap or a poison event parks its aggregate, visibly, replayable
/// - `idempotency`: `@Idempotent`: same key and request, same answer, done once
/// - `problem`: `Refused.refuseUnless`: every "no" is problem+json with a stable code and the rule's id
/// - `identity`: `Caller`: who asks, and the scope that goes into the query
/// - `audit`: SQL `audited(table)`: who, when, before, after, for every change, native SQL included
/// - `page`: `Page`, `ETags`: bounded lists, keyset paging, opaque cursors; no lost edits
/// - `setting`: `Settings`: limits and rates per project, effective by date, explained
/// - `seal`: `Sealing`: personal data encrypted at rest, findable by fingerprint
/// - `look`: `Looks`: who saw whose personal data in full, kept with the answer that showed them
@NullMarked
package org.anchang.kit;

import org.jspecify.annotations.NullMarked;
