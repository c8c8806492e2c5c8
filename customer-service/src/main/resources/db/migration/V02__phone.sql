-- CUS-3: one phone in one project is one customer. Of several registrations at once the first takes the row, and
-- the others find whose it is. A merged record's phones lead to the one that stays.
CREATE TABLE known_phone (
    project     text NOT NULL,
    fingerprint text NOT NULL,
    customer    uuid NOT NULL REFERENCES customer DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (project, fingerprint)
);
SELECT audited('known_phone', 'customer');
