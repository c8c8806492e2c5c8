-- APR-1: who signs a form, in which order; per project, in versions that are never altered.
CREATE TABLE approval_chain (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    form       text        NOT NULL CHECK (form IN ('DISCOUNT', 'SWAP', 'RENAME', 'REFUND', 'LAYOUT_CHANGE', 'VOID')),
    version    int         NOT NULL CHECK (version > 0),
    steps      jsonb       NOT NULL,
    valid_from date        NOT NULL,
    author     text        NOT NULL,
    reason     text        NOT NULL CHECK (reason <> ''),
    written_at timestamptz NOT NULL,
    UNIQUE (project, form, version)
);

-- The engine's definition of a chain, made when it is first used.
CREATE TABLE chain_deployment (
    chain              uuid        PRIMARY KEY REFERENCES approval_chain,
    process_definition text        NOT NULL UNIQUE,
    deployed_at        timestamptz NOT NULL DEFAULT clock_timestamp()
);

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
    chain            uuid        NOT NULL REFERENCES approval_chain,
    chain_version    int         NOT NULL,
    state            text        NOT NULL CHECK (state IN ('RUNNING', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    process_instance text        UNIQUE,
    opened_at        timestamptz NOT NULL,
    ended_at         timestamptz,
    end_reason       text,
    version          bigint      NOT NULL,
    UNIQUE (id, applicant),
    CHECK ((state = 'RUNNING') = (ended_at IS NULL))
);
COMMENT ON COLUMN approval.given IS 'What the signers added to the form, e.g. payoutOn';
CREATE INDEX approval_list ON approval (project, id);
CREATE INDEX approval_deal ON approval (deal);
CREATE INDEX approval_applicant ON approval (applicant, id);

-- A place on the form that waits for a signature. The id is the engine's task.
CREATE TABLE approval_task (
    id        uuid        PRIMARY KEY,
    approval  uuid        NOT NULL REFERENCES approval,
    project   text        NOT NULL,
    place     text        NOT NULL,
    step      text        NOT NULL,
    signers   text[]      NOT NULL CHECK (cardinality(signers) > 0),
    again     boolean     NOT NULL,
    opened_at timestamptz NOT NULL,
    due_at    timestamptz NOT NULL,
    closed_at timestamptz,
    closing   text        CHECK (closing IN ('APPROVED', 'REFUSED', 'DROPPED')),
    version   bigint      NOT NULL,
    UNIQUE (id, approval),
    CHECK ((closed_at IS NULL) = (closing IS NULL))
);
COMMENT ON COLUMN approval_task.signers IS 'Any one of them: role:finance or person:li.na';
COMMENT ON COLUMN approval_task.again IS 'The chain lets somebody sign here who has signed this form before';
CREATE UNIQUE INDEX approval_task_one_open ON approval_task (approval, place) WHERE closed_at IS NULL;
CREATE INDEX approval_task_open ON approval_task USING gin (signers) WHERE closed_at IS NULL;
CREATE INDEX approval_task_approval ON approval_task (approval, id);

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
    FOREIGN KEY (task, approval) REFERENCES approval_task (id, approval),
    CONSTRAINT nobody_signs_own_request
        CHECK (CASE WHEN decision IN ('STATED', 'WITHDRAWN') THEN task IS NULL
                    ELSE person <> applicant AND task IS NOT NULL END),
    CONSTRAINT refusal_has_reason CHECK (decision <> 'REFUSED' OR opinion <> '')
);
CREATE UNIQUE INDEX signature_nobody_twice ON signature (approval, person)
    WHERE decision IN ('APPROVED', 'REFUSED') AND NOT again;
CREATE INDEX signature_approval ON signature (approval, id);

-- APR-4: who has looked at the form, and when first.
CREATE TABLE approval_seen (
    approval uuid        NOT NULL REFERENCES approval,
    person   text        NOT NULL,
    seen_at  timestamptz NOT NULL,
    PRIMARY KEY (approval, person)
);

-- APR-5: one outcome per request, written by the database itself when an approval ends.
CREATE TABLE approval_outcome (
    request  uuid        PRIMARY KEY,
    approval uuid        NOT NULL UNIQUE REFERENCES approval,
    outcome  text        NOT NULL CHECK (outcome IN ('APPROVED', 'REFUSED', 'WITHDRAWN')),
    ended_at timestamptz NOT NULL
);

CREATE FUNCTION keep_ended_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'RUNNING' THEN
        RAISE EXCEPTION 'an ended approval is not altered (APR-4)' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (OLD.project, OLD.form, OLD.request, OLD.deal, OLD.applicant, OLD.chain, OLD.chain_version)
        IS DISTINCT FROM (NEW.project, NEW.form, NEW.request, NEW.deal, NEW.applicant, NEW.chain, NEW.chain_version) THEN
        RAISE EXCEPTION 'a running approval keeps its form and chain (APR-1)' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER approval_kept BEFORE UPDATE ON approval FOR EACH ROW EXECUTE FUNCTION keep_ended_approval();

CREATE FUNCTION record_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO approval_outcome VALUES (NEW.request, NEW.id, NEW.state, NEW.ended_at);
    RETURN NULL;
END $$;
CREATE TRIGGER approval_ended AFTER UPDATE ON approval FOR EACH ROW
    WHEN (NEW.state <> 'RUNNING') EXECUTE FUNCTION record_outcome();

-- A signature goes on a place that is open.
CREATE FUNCTION sign_open_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.task IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM approval_task t JOIN approval a ON a.id = t.approval
        WHERE t.id = NEW.task AND t.closed_at IS NULL AND a.state = 'RUNNING') THEN
        RAISE EXCEPTION 'nobody signs out of order (APR-3)' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signature_in_order BEFORE INSERT ON signature FOR EACH ROW EXECUTE FUNCTION sign_open_place();

SELECT append_only('approval_chain');
SELECT append_only('signature');
SELECT append_only('approval_seen');
SELECT append_only('approval_outcome');
SELECT audited('approval_chain');
SELECT audited('approval');
SELECT audited('approval_task');
SELECT audited('signature');
