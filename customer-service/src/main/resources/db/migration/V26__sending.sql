-- CAR-7: whether a customer wants messages; the latest row counts, and without one nobody is sent any.
CREATE TABLE message_consent (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    customer    uuid        NOT NULL REFERENCES customer,
    agreed      boolean     NOT NULL,
    way         text        NOT NULL CHECK (way IN ('IN_PERSON', 'PHONE', 'WRITING')),
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX message_consent_customer ON message_consent (customer, id DESC);
SELECT audited('message_consent');
SELECT append_only('message_consent');

-- CAR-7: who is told what, and how far it has come. One row for each occasion and customer: what was asked for twice goes out once. A row
-- is claimed (SENDING) before it is handed on; one whose outcome nobody has noted (UNKNOWN) is never handed on again by itself.
CREATE TABLE sent_message (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    customer   uuid        NOT NULL REFERENCES customer,
    kind       text        NOT NULL CHECK (kind IN ('CARE', 'SURVEY', 'INVITATION', 'NEWS')),
    occasion   uuid        NOT NULL,
    body       text        NOT NULL,
    link       text,
    asked_by   text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    state      text        NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN', 'LEFT_OUT')),
    reason     text        CHECK (reason IN ('NO_CONSENT', 'NO_PHONE', 'REFUSED', 'NOT_REACHED', 'NOT_NOTED')),
    due_at     timestamptz NOT NULL,
    tries      int         NOT NULL DEFAULT 0,
    carrier    text,
    ended_at   timestamptz,
    CHECK ((state IN ('FAILED', 'UNKNOWN', 'LEFT_OUT')) = (reason IS NOT NULL)),
    CHECK ((state IN ('WAITING', 'SENDING')) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX sent_message_once ON sent_message (occasion, customer);
CREATE INDEX sent_message_due ON sent_message (due_at) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX sent_message_project ON sent_message (project, id);
CREATE INDEX sent_message_customer ON sent_message (customer, id);
SELECT audited('sent_message');
CREATE TRIGGER sent_message_stays BEFORE DELETE ON sent_message FOR EACH ROW EXECUTE FUNCTION refuse_change();
