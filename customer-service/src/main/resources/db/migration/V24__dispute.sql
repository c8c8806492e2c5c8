-- REC-6: whose a customer is, to be decided: the customer's own wish for another consultant (更换置业顾问), a dispute between two (撞单), or
-- a household of several. Reason, evidence and decision stand sealed; no case is ever removed.
CREATE TABLE ownership_case (
    id              uuid        PRIMARY KEY,
    project         text        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('WISH', 'DISPUTE', 'HOUSEHOLD')),
    customer        uuid        NOT NULL REFERENCES customer,
    owner           text        NOT NULL,
    first           text        NOT NULL,
    other           text,
    filed_by        text        NOT NULL,
    filed_at        timestamptz NOT NULL,
    reason          text,
    evidence        text        NOT NULL,
    due_on          date        NOT NULL,
    reminded_by     text,
    reminded_at     timestamptz,
    state           text        NOT NULL CHECK (state IN ('OPEN', 'DECIDED')),
    decided_by      text,
    decided_at      timestamptz,
    decided_owner   text,
    decided_first   text,
    decision        text,
    version         bigint      NOT NULL DEFAULT 0,
    CHECK (reason IS NOT NULL OR kind = 'HOUSEHOLD'),
    CHECK (kind <> 'DISPUTE' OR (other IS NOT NULL AND other <> owner)),
    CHECK ((reminded_at IS NULL) = (reminded_by IS NULL)),
    CHECK ((state = 'DECIDED') = (decided_by IS NOT NULL AND decided_at IS NOT NULL AND decided_owner IS NOT NULL
                                  AND decided_first IS NOT NULL AND decision IS NOT NULL)),
    -- Nobody decides in their own case.
    CHECK (decided_by IS NULL OR (decided_by NOT IN (owner, first, decided_owner) AND decided_by IS DISTINCT FROM other))
);
COMMENT ON COLUMN ownership_case.owner IS 'Whose the customer was at the filing; other: who says otherwise, or whom the customer wishes';
CREATE UNIQUE INDEX ownership_case_one_open ON ownership_case (customer) WHERE state = 'OPEN';
CREATE INDEX ownership_case_customer ON ownership_case (customer, id);
CREATE INDEX ownership_case_project ON ownership_case (project, id);
SELECT audited('ownership_case');
CREATE TRIGGER ownership_case_stays BEFORE DELETE ON ownership_case FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ownership_case_all_stay BEFORE TRUNCATE ON ownership_case FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who has a part in it, and so no say.
CREATE TABLE ownership_party (
    filed  uuid NOT NULL REFERENCES ownership_case,
    person text NOT NULL,
    PRIMARY KEY (filed, person)
);
CREATE INDEX ownership_party_person ON ownership_party (person, filed);
SELECT audited('ownership_party', 'filed');

CREATE TABLE ownership_statement (
    id     uuid        PRIMARY KEY,
    filed  uuid        NOT NULL REFERENCES ownership_case,
    person text        NOT NULL,
    said   text        NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX ownership_statement_case ON ownership_statement (filed, id);
SELECT append_only('ownership_statement');
