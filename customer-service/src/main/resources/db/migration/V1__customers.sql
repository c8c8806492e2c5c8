-- Name and phone are sealed; what must be found again has a fingerprint beside it (CUS-3, SEC-1).
CREATE TABLE customer (
    id               uuid        PRIMARY KEY,
    project          text        NOT NULL,
    number           text        NOT NULL UNIQUE,
    name             text        NOT NULL,
    name_fingerprint text        NOT NULL,
    phone            text        NOT NULL,
    gender           text        CHECK (gender IN ('FEMALE', 'MALE')),
    channel          text        NOT NULL
        CHECK (channel IN ('PHONE_IN', 'WALK_IN', 'SOURCED', 'REFERRAL', 'PARTNER')),
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
    CHECK ((number LIKE 'C%') = (bought_at IS NOT NULL))
);
CREATE INDEX customer_owner ON customer (project, owner, id);
CREATE INDEX customer_project ON customer (project, id);
CREATE INDEX customer_name ON customer (project, name_fingerprint);
CREATE INDEX customer_introduced_by ON customer (introduced_by) WHERE introduced_by IS NOT NULL;

-- CUS-3: one phone in one project is one customer. Of several registrations at once the first takes the row, and
-- the others find whose it is. A merged record's phones lead to the one that stays.
CREATE TABLE known_phone (
    project     text NOT NULL,
    fingerprint text NOT NULL,
    customer    uuid NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (project, fingerprint)
);

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
CREATE INDEX customer_number_customer ON customer_number (customer);

-- REC-6, TRK-2: whose customer it was, why that changed, and who decided.
CREATE TABLE owner_change (
    id         uuid        PRIMARY KEY,
    customer   uuid        NOT NULL REFERENCES customer,
    project    text        NOT NULL,
    from_owner text        NOT NULL,
    to_owner   text        NOT NULL CHECK (to_owner <> from_owner),
    reason     text        NOT NULL CHECK (reason <> ''),
    decided_by text        NOT NULL,
    decided_at timestamptz NOT NULL
);
CREATE INDEX owner_change_customer ON owner_change (customer, id);

-- REC-3: who is out, how, and for how long.
CREATE TABLE absence (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    person      text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('ERRAND', 'BUSINESS_TRIP', 'LEAVE')),
    begins      timestamptz NOT NULL,
    ends        timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    ended_by    text,
    version     bigint      NOT NULL DEFAULT 0,
    CHECK (ends >= begins)
);
CREATE INDEX absence_person ON absence (project, person, ends);

-- REC-3: who received, whose customer it is, and why the two may differ.
CREATE TABLE visit (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    customer    uuid        NOT NULL REFERENCES customer,
    receiver    text        NOT NULL,
    owner       text        NOT NULL,
    reason      text        NOT NULL CHECK (reason IN
        ('OWN_CUSTOMER', 'NEW_VISITOR', 'OWNER_ON_ERRAND', 'OWNER_ON_BUSINESS_TRIP', 'OWNER_ON_LEAVE')),
    absence     uuid        REFERENCES absence,
    note        text,
    received_at timestamptz NOT NULL,
    CHECK ((receiver = owner) = (reason IN ('OWN_CUSTOMER', 'NEW_VISITOR'))),
    CHECK ((absence IS NULL) = (receiver = owner))
);
CREATE INDEX visit_customer ON visit (customer, id);
CREATE INDEX visit_project ON visit (project, id);

-- TRK-1: a follow-up is planned, or done, or first the one and then the other.
CREATE TABLE follow_up (
    id            uuid        PRIMARY KEY,
    project       text        NOT NULL,
    customer      uuid        NOT NULL REFERENCES customer,
    state         text        NOT NULL CHECK (state IN ('PLANNED', 'DONE')),
    due_on        date,
    purpose       text,
    planned_by    text,
    done_by       text,
    done_at       timestamptz,
    said          text,
    response      text,
    satisfied     text,
    dissatisfied  text,
    resistance    text,
    intent_grade  text        CHECK (intent_grade IN ('A', 'B', 'C', 'D')),
    version       bigint      NOT NULL DEFAULT 0,
    CHECK (state <> 'PLANNED' OR (due_on IS NOT NULL AND purpose IS NOT NULL AND planned_by IS NOT NULL)),
    CHECK ((state = 'DONE') = (done_at IS NOT NULL AND done_by IS NOT NULL AND said IS NOT NULL))
);
CREATE INDEX follow_up_customer ON follow_up (customer, id);
CREATE INDEX follow_up_due ON follow_up (project, due_on) WHERE state = 'PLANNED';

SELECT audited('customer'), audited('known_phone', 'customer'), audited('customer_number', 'customer'),
       audited('absence'), audited('visit'), audited('follow_up');
SELECT append_only('owner_change'), append_only('customer_number'), append_only('visit');
