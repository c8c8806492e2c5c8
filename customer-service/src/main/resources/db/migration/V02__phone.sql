-- CUS-3: one phone in one project is one customer. Of several registrations at once the first takes the row, and
-- the others find whose it is. A merged record's phones lead to the one that stays; under which record each was written down, stays too.
-- CUS-10: a number that was wrong, or is somebody else's now, is retired and may be taken again. Numbers are sealed; each is found by its
-- fingerprint, and by that of its last four digits (CUS-9).
CREATE TABLE known_phone (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    customer    uuid        NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    record      uuid        NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    fingerprint text        NOT NULL,
    ending      text        NOT NULL,
    phone       text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('MOBILE', 'LANDLINE', 'HONG_KONG', 'MACAU', 'TAIWAN', 'FOREIGN')),
    added_by    text        NOT NULL,
    added_at    timestamptz NOT NULL,
    retired_by  text,
    retired_at  timestamptz,
    CHECK ((retired_by IS NULL) = (retired_at IS NULL))
);
CREATE UNIQUE INDEX known_phone_is_one_customers ON known_phone (project, fingerprint) WHERE retired_at IS NULL;
CREATE INDEX known_phone_customer ON known_phone (customer, id);
CREATE INDEX known_phone_fingerprint ON known_phone (fingerprint) WHERE retired_at IS NULL;
CREATE INDEX known_phone_ending ON known_phone (ending, customer) WHERE retired_at IS NULL;
SELECT audited('known_phone');
