-- The name is sealed; what must be found again has a fingerprint beside it (CUS-3, SEC-1). Phones stand apart: some have none (CUS-10), some several. CUS-3: the row of a record that went into
-- another one stays, and all that was recorded under it: its visits, talks, owners and numbers are found through merged_into, which always
-- leads to a record that stands.
CREATE TABLE customer (
    id               uuid        PRIMARY KEY,
    project          text        NOT NULL,
    number           text        NOT NULL UNIQUE,
    name             text        NOT NULL,
    name_fingerprint text        NOT NULL,
    gender           text        CHECK (gender IN ('FEMALE', 'MALE')),
    channel          text        NOT NULL
        CHECK (channel IN ('PHONE_IN', 'WALK_IN', 'SOURCED', 'REFERRAL', 'PARTNER')),
    source           text,
    broker           text        CHECK (broker <> ''),
    registration     text        CHECK (registration <> ''),
    introduced_by    uuid        REFERENCES customer,
    first_consultant text        NOT NULL,
    owner            text        NOT NULL,
    intent_grade     text        CHECK (intent_grade IN ('A', 'B', 'C', 'D')),
    note             text,
    household        uuid,
    merged_into      uuid        REFERENCES customer,
    registered_by    text        NOT NULL,
    registered_at    timestamptz NOT NULL,
    bought_at        timestamptz,
    version          bigint      NOT NULL DEFAULT 0,
    CHECK (channel <> 'REFERRAL' OR introduced_by IS NOT NULL),
    CHECK ((number LIKE 'C%') = (bought_at IS NOT NULL)),
    CONSTRAINT customer_is_not_merged_into_itself CHECK (merged_into <> id)
);
COMMENT ON COLUMN customer.broker IS 'Who of a partner brought them';
COMMENT ON COLUMN customer.registration IS '报备: the partner''s registration of them';
CREATE INDEX customer_owner ON customer (project, owner, id);
CREATE INDEX customer_project ON customer (project, id);
CREATE INDEX customer_name ON customer (project, name_fingerprint);
CREATE INDEX customer_introduced_by ON customer (introduced_by) WHERE introduced_by IS NOT NULL;
CREATE INDEX customer_merged_into ON customer (merged_into) WHERE merged_into IS NOT NULL;
-- By which standing_record finds the records of one customer.
CREATE INDEX customer_standing ON customer ((coalesce(merged_into, id)));
SELECT audited('customer');
-- AOF-1: a customer's record as it stood.
SELECT as_of('customer', 'id');

-- CUS-2: the serials of one region and pair of initials. Only registrations of the same initials meet here, and
-- each for the length of three inserts.
CREATE TABLE number_series (
    region   text NOT NULL CHECK (region ~ '^[A-Z]{2}$'),
    initials text NOT NULL CHECK (initials ~ '^[A-Z]{2}$'),
    last     int  NOT NULL CHECK (last > 0),
    PRIMARY KEY (region, initials)
);

-- Every number that was ever given, so that an old one still finds its customer; a second of the same kind is
-- impossible whatever the series says.
CREATE TABLE customer_number (
    number   text        PRIMARY KEY,
    customer uuid        NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    given_at timestamptz NOT NULL
);
CREATE INDEX customer_number_beginning ON customer_number (number text_pattern_ops);
CREATE INDEX customer_number_customer ON customer_number (customer);
SELECT audited('customer_number', 'customer');
SELECT append_only('customer_number');
