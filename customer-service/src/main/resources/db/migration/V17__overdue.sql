-- TRK-4: what a manager has reminded the owner of, once a day at most.
CREATE TABLE reminder (
    kind        text        NOT NULL,
    thing       uuid        NOT NULL,
    reminded_on date        NOT NULL,
    project     text        NOT NULL,
    owner       text        NOT NULL,
    reminded_by text        NOT NULL,
    reminded_at timestamptz NOT NULL,
    PRIMARY KEY (thing, kind, reminded_on)
);
SELECT append_only('reminder');

-- TRK-2: the weekly review (盘客): what a manager thinks of a customer, sealed.
CREATE TABLE review (
    id          uuid        PRIMARY KEY,
    customer    uuid        NOT NULL REFERENCES customer,
    project     text        NOT NULL,
    opinion     text        NOT NULL CHECK (opinion <> ''),
    reviewed_by text        NOT NULL,
    reviewed_at timestamptz NOT NULL
);
CREATE INDEX review_customer ON review (customer, id);
SELECT append_only('review');
