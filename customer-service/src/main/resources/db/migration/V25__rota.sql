-- REC-8: who stands at the front desk (吧台), by half-days; a week's row is the lock under which it is changed.
CREATE TABLE rota_week (
    id      uuid        PRIMARY KEY,
    project text        NOT NULL,
    monday  date        NOT NULL CHECK (extract(isodow FROM monday) = 1),
    made_by text        NOT NULL,
    made_at timestamptz NOT NULL,
    version bigint      NOT NULL DEFAULT 0,
    UNIQUE (project, monday)
);
SELECT audited('rota_week');

-- At most two at a time: there are two places, and nobody stands at both.
CREATE TABLE desk_stand (
    id      uuid NOT NULL PRIMARY KEY,
    week    uuid NOT NULL REFERENCES rota_week,
    project text NOT NULL,
    day     date NOT NULL,
    half    text NOT NULL CHECK (half IN ('MORNING', 'AFTERNOON')),
    place   int  NOT NULL CHECK (place IN (1, 2)),
    person  text NOT NULL CHECK (person <> ''),
    UNIQUE (project, day, half, place),
    UNIQUE (project, day, half, person)
);
CREATE INDEX desk_stand_week ON desk_stand (week);
SELECT audited('desk_stand');
