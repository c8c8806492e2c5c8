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
