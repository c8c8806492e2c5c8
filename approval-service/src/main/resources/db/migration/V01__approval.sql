-- A form on its way through its signatures. Once it has ended, nothing of it is altered (APR-4).
CREATE TABLE approval (
    id               uuid        PRIMARY KEY,
    project          text        NOT NULL,
    form             text        NOT NULL,
    request          uuid        NOT NULL UNIQUE,
    deal             uuid        NOT NULL,
    applicant        text        NOT NULL,
    fields           jsonb       NOT NULL,
    given            jsonb       NOT NULL,
    form_version     int         NOT NULL CHECK (form_version > 0),
    chain            uuid        NOT NULL,
    chain_version    int         NOT NULL,
    asks             varchar[]   NOT NULL,
    state            text        NOT NULL CHECK (state IN ('RUNNING', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    process_instance text        UNIQUE,
    opened_at        timestamptz NOT NULL,
    ended_at         timestamptz,
    end_reason       text,
    version          bigint      NOT NULL,
    UNIQUE (id, applicant),
    CHECK ((state = 'RUNNING') = (ended_at IS NULL))
);
COMMENT ON COLUMN approval.asks IS 'All who may sign on the way: role:finance or person:li.na';
COMMENT ON COLUMN approval.given IS 'What the signers added to the form, e.g. payoutOn';
CREATE INDEX approval_list ON approval (project, id);
CREATE INDEX approval_deal ON approval (deal);
CREATE INDEX approval_applicant ON approval (applicant, id);
SELECT audited('approval');

-- APR-3, APR-4: what people put on the form. The applicant's own statement and withdrawal stand here too.
CREATE TABLE signature (
    id           uuid        PRIMARY KEY,
    approval     uuid        NOT NULL,
    applicant    text        NOT NULL,
    task         uuid        UNIQUE,
    step         text        NOT NULL,
    role         text        NOT NULL,
    person       text        NOT NULL,
    decision     text        NOT NULL CHECK (decision IN ('STATED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    opinion      text,
    given        jsonb       NOT NULL,
    form_version int         NOT NULL,
    again        boolean     NOT NULL,
    signed_at    timestamptz NOT NULL,
    FOREIGN KEY (approval, applicant) REFERENCES approval (id, applicant),
    CONSTRAINT nobody_signs_own_request
        CHECK (CASE WHEN decision IN ('STATED', 'WITHDRAWN') THEN task IS NULL
                    ELSE person <> applicant AND task IS NOT NULL END),
    CONSTRAINT refusal_has_reason CHECK (decision <> 'REFUSED' OR opinion <> '')
);
CREATE UNIQUE INDEX signature_nobody_twice ON signature (approval, person)
    WHERE decision IN ('APPROVED', 'REFUSED') AND NOT again;
CREATE INDEX signature_approval ON signature (approval, id);
SELECT append_only('signature');
SELECT audited('signature');

-- APR-4: who has looked at the form, and when first.
CREATE TABLE approval_seen (
    approval uuid        NOT NULL REFERENCES approval,
    person   text        NOT NULL,
    seen_at  timestamptz NOT NULL,
    PRIMARY KEY (approval, person)
);
SELECT append_only('approval_seen');

-- APR-5: one outcome per request, written by the database itself when an approval ends.
CREATE TABLE approval_outcome (
    request  uuid        PRIMARY KEY,
    approval uuid        NOT NULL UNIQUE REFERENCES approval,
    outcome  text        NOT NULL CHECK (outcome IN ('APPROVED', 'REFUSED', 'WITHDRAWN')),
    ended_at timestamptz NOT NULL
);
SELECT append_only('approval_outcome');
