-- CUS-9: what other services told of a customer's deals, as the timeline shows it: words and sums, no person. What this service recorded itself
-- stands in its own tables (decision 43). Whose it is, the deal says: what comes before the deal's first event waits for it.
CREATE TABLE timeline_entry (
    id      uuid        PRIMARY KEY,
    project text        NOT NULL,
    deal    uuid        NOT NULL,
    kind    text        NOT NULL CHECK (kind IN ('TICKET', 'ORDER_FORM', 'MONEY', 'CONTRACT', 'FILING', 'CHANGE', 'APPROVAL')),
    what    text        NOT NULL CHECK (what <> ''),
    at      timestamptz NOT NULL,
    facts   jsonb       NOT NULL
);
COMMENT ON COLUMN timeline_entry.id IS 'That of the event';
CREATE INDEX timeline_entry_deal ON timeline_entry (deal, at);
SELECT append_only('timeline_entry');
