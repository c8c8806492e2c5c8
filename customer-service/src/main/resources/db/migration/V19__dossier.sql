-- CUS-4: the dossier (客户信息档案) as each project asks for it: every version whole, as it was. A project of which no row is here has the built-in one.
CREATE TABLE dossier_template (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    version    int         NOT NULL CHECK (version > 1),
    fields     jsonb       NOT NULL,
    reason     text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (project, version)
);
SELECT audited('dossier_template');
SELECT append_only('dossier_template');

-- CUS-7: for what a customer agreed that it is written down, and when they took that back; the latest counts, and where there is none they did not.
CREATE TABLE dossier_consent (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    customer    uuid        NOT NULL REFERENCES customer,
    purpose     text        NOT NULL CHECK (purpose IN ('HEALTH', 'FAMILY', 'CHILDREN', 'BELIEFS', 'FREE_TEXT')),
    given       boolean     NOT NULL,
    way         text        NOT NULL CHECK (way IN ('IN_WRITING', 'ORAL', 'MESSAGE')),
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX dossier_consent_customer ON dossier_consent (customer, purpose, id DESC);
SELECT audited('dossier_consent');
SELECT append_only('dossier_consent');

-- CUS-7: the key under which what a dossier says of one customer for one purpose is sealed, itself sealed. Shredded it is gone, and with it every value
-- ever sealed under it. Not audited: a copy in the audit trail would outlive it.
CREATE TABLE dossier_key (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    customer    uuid        NOT NULL REFERENCES customer,
    purpose     text        NOT NULL CHECK (purpose IN ('ORDINARY', 'HEALTH', 'FAMILY', 'CHILDREN', 'BELIEFS', 'FREE_TEXT')),
    wrapped     text,
    made_at     timestamptz NOT NULL,
    shred_due   timestamptz,
    shredded_at timestamptz,
    CHECK ((wrapped IS NULL) = (shredded_at IS NOT NULL))
);
COMMENT ON COLUMN dossier_key.shred_due IS 'Consent was taken back: nothing is read from then on, and at this moment the key is shredded';
CREATE UNIQUE INDEX dossier_key_live ON dossier_key (customer, purpose) WHERE wrapped IS NOT NULL;
CREATE INDEX dossier_key_due ON dossier_key (shred_due) WHERE wrapped IS NOT NULL AND shred_due IS NOT NULL;

-- CUS-4: how far a customer's dossier has come: its version, and which fields say something. One row a customer, so that completeness is one query.
CREATE TABLE dossier (
    customer uuid   PRIMARY KEY REFERENCES customer,
    project  text   NOT NULL,
    version  bigint NOT NULL DEFAULT 0,
    filled   text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX dossier_project ON dossier (project);

-- CUS-4: every value that a field has had, with who and when; the latest counts. Nothing stands here in the clear: what a value says is sealed under
-- the customer's key of its purpose, none says that it was taken out.
CREATE TABLE dossier_value (
    id       uuid        PRIMARY KEY,
    project  text        NOT NULL,
    customer uuid        NOT NULL REFERENCES customer,
    field    text        NOT NULL,
    key      uuid        NOT NULL REFERENCES dossier_key,
    sealed   text,
    set_by   text        NOT NULL,
    set_at   timestamptz NOT NULL
);
CREATE INDEX dossier_value_customer ON dossier_value (customer, field, id DESC);
CREATE INDEX dossier_value_field ON dossier_value (project, field, customer, id DESC);
SELECT append_only('dossier_value');

-- CUS-7: whom the office was asked to forget, by whom and why; sealed.
CREATE TABLE person_erasure (
    id        uuid        PRIMARY KEY,
    project   text        NOT NULL,
    customer  uuid        NOT NULL REFERENCES customer,
    reason    text        NOT NULL,
    erased_by text        NOT NULL,
    erased_at timestamptz NOT NULL
);
CREATE INDEX person_erasure_customer ON person_erasure (customer);
SELECT audited('person_erasure');
SELECT append_only('person_erasure');
