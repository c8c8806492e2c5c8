-- CUS-6: who looked at whose personal data in full, by which right, and when; only ever added to.
CREATE TABLE look (
    id        uuid        PRIMARY KEY,
    project   text        NOT NULL,
    subject   text        NOT NULL CHECK (subject <> ''),
    of        uuid        NOT NULL,
    by        text        NOT NULL,
    by_right  text        NOT NULL CHECK (by_right IN ('OWNER', 'SITE_MANAGER', 'PAPER')),
    looked_at timestamptz NOT NULL
);
CREATE INDEX look_project ON look (project, id);
CREATE INDEX look_of ON look (of, id);
CREATE INDEX look_by ON look (by, id);
COMMENT ON COLUMN look.subject IS 'What kind of thing the data belong to, e.g. customer';
SELECT append_only('look');
CREATE TRIGGER look_no_truncate BEFORE TRUNCATE ON look FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- People: SEC-1, CUS-3: who owns which customer, as customer-service tells it; a record that went into another one's always leads to one
-- that stands. REC-3: who received them in the owner's place, under the record that stood for them then.
CREATE TABLE known_customer (
    customer    uuid        PRIMARY KEY,
    project     text        NOT NULL,
    owner       text        NOT NULL,
    owned_since timestamptz NOT NULL DEFAULT '-infinity',
    stood_again timestamptz,
    name        text,
    merged_into uuid        REFERENCES known_customer CHECK (merged_into <> customer)
);
COMMENT ON COLUMN known_customer.stood_again IS
    'When a merge was last undone, which another record''s stream tells: what is older does not say whose they are';
COMMENT ON COLUMN known_customer.name IS 'Masked, as customer-service tells it; empty for those told of before it told names';
COMMENT ON COLUMN known_customer.merged_into IS 'The record that stands, at whatever remove: follows from known_merge';
CREATE INDEX known_customer_merged_into ON known_customer (merged_into) WHERE merged_into IS NOT NULL;
SELECT audited('known_customer', 'customer');

-- CUS-3: the merges that are told and not undone.
CREATE TABLE known_merge (
    customer uuid        NOT NULL REFERENCES known_customer,
    merged   uuid        NOT NULL REFERENCES known_customer,
    at       timestamptz NOT NULL,
    PRIMARY KEY (customer, merged)
);
CREATE INDEX known_merge_merged ON known_merge (merged);
SELECT audited('known_merge', 'merged');

CREATE TABLE known_reception (
    customer uuid NOT NULL,
    receiver text NOT NULL,
    PRIMARY KEY (customer, receiver)
);
SELECT audited('known_reception', 'customer');
