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
-- As the stream of a project asks each second.
CREATE INDEX approval_task_waits ON approval_task (project, id) WHERE closed_at IS NULL;
CREATE INDEX approval_task_approval ON approval_task (approval, id);
SELECT audited('approval_task');

-- A signature goes on a place of its own form.
ALTER TABLE signature ADD FOREIGN KEY (task, approval) REFERENCES approval_task (id, approval);
