-- SWP-3, RFD-2: a change that waits for signatures; no second one, no signing and no money meanwhile.
CREATE TABLE change_request (
    id                     uuid        PRIMARY KEY,
    deal                   uuid        NOT NULL REFERENCES deal,
    project                text        NOT NULL,
    form                   text        NOT NULL CHECK (form IN ('SWAP', 'REFUND', 'RENAME', 'DISCOUNT', 'LAYOUT_CHANGE', 'VOID')),
    state                  text        NOT NULL CHECK (state IN ('WAITING', 'CARRYING_OUT', 'DONE', 'ENDED')),
    fields                 jsonb       NOT NULL,
    sealed                 text,
    detail                 jsonb       NOT NULL,
    applicant              text        NOT NULL,
    hold                   uuid,
    unit                   uuid,
    successor              uuid,
    approval               uuid,
    general_manager_signed boolean     NOT NULL DEFAULT false,
    outcome                text,
    opened_at              timestamptz NOT NULL,
    closed_at              timestamptz,
    version                bigint      NOT NULL,
    CHECK ((closed_at IS NULL) = (state IN ('WAITING', 'CARRYING_OUT'))),
    CHECK (form <> 'SWAP' OR (hold IS NOT NULL AND unit IS NOT NULL AND successor IS NOT NULL)),
    CHECK ((form = 'RENAME') = (sealed IS NOT NULL)),
    CHECK ((outcome IS NULL) = (closed_at IS NULL))
);
COMMENT ON COLUMN change_request.fields IS 'The form as printed, without personal data; its texts (reason, statement, wishes) sealed';
COMMENT ON COLUMN change_request.sealed IS 'Personal data of the form, sealed (the new buyers of a rename)';
COMMENT ON COLUMN change_request.detail IS 'What the request asks for, as far as carrying it out needs it';
COMMENT ON COLUMN change_request.successor IS 'SWP-3: the deal for which the new unit is held; exists once the swap is done';
COMMENT ON COLUMN change_request.general_manager_signed IS 'INV-12: which alone lets a price pass below the floor';
CREATE UNIQUE INDEX change_request_one_open ON change_request (deal) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX change_request_one_swap_into_unit ON change_request (unit) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX change_request_one_done_per_approval ON change_request (approval) WHERE state = 'DONE';
CREATE INDEX change_request_of_approval ON change_request (approval) WHERE approval IS NOT NULL;
CREATE INDEX change_request_of_deal ON change_request (deal, id);
CREATE INDEX change_request_granted_layout ON change_request (project, id) WHERE form = 'LAYOUT_CHANGE' AND state = 'DONE';
SELECT audited('change_request');

-- APR-4: what people put on the form of a change, as approval-service tells it: for its paper (decision 48). Words and drawings sealed.
CREATE TABLE change_signature (
    id        uuid        PRIMARY KEY,
    approval  uuid        NOT NULL,
    project   text        NOT NULL,
    step      text        NOT NULL,
    role      text        NOT NULL,
    person    text        NOT NULL,
    name      text,
    decision  text        NOT NULL,
    opinion   text,
    drawn     text,
    given     jsonb       NOT NULL,
    signed_at timestamptz NOT NULL
);
COMMENT ON COLUMN change_signature.opinion IS 'Sealed in the place signature, opinion';
COMMENT ON COLUMN change_signature.drawn IS 'Sealed in the place signature, drawn';
CREATE INDEX change_signature_of ON change_signature (approval, id);
SELECT append_only('change_signature');
SELECT audited('change_signature');
