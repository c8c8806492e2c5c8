-- INV-13: the opening day of a release: ticket holders check in, their order is drawn, they are called in it and choose.
CREATE TABLE opening_day (
    id             uuid        PRIMARY KEY,
    project        text        NOT NULL REFERENCES project,
    release        uuid        NOT NULL REFERENCES release,
    name           text        NOT NULL CHECK (name_key(name) <> ''),
    state          text        NOT NULL CHECK (state IN ('PLANNED', 'CHECK_IN', 'DRAWN', 'RUNNING', 'ENDED', 'CALLED_OFF')),
    seed_hash      text        NOT NULL CHECK (seed_hash ~ '^[0-9a-f]{64}$'),
    sealed_seed    text,
    quota          int         CHECK (quota > 0),
    call_size      int         CHECK (call_size > 0),
    call_minutes   int         CHECK (call_minutes > 0),
    absence_rule   text        CHECK (absence_rule IN ('BACK', 'END', 'OUT')),
    absence_places int         CHECK (absence_places > 0),
    planned_by     text        NOT NULL,
    planned_at     timestamptz NOT NULL,
    CONSTRAINT opening_day_rules_stand CHECK (state NOT IN ('RUNNING', 'ENDED')
        OR num_nulls(quota, call_size, call_minutes, absence_rule, absence_places) = 0)
);
COMMENT ON COLUMN opening_day.seed_hash IS 'SHA-256 of the seed of the lottery, published when the day is planned';
COMMENT ON COLUMN opening_day.sealed_seed IS 'The seed, until it is drawn with; absent where somebody else keeps it';
COMMENT ON COLUMN opening_day.quota IS 'This and the rules after it are the project''s settings as the day started';
-- Found by each hold of a unit: a release has one day at a time, and while it is on, its units are for tickets.
CREATE UNIQUE INDEX opening_day_of_release ON opening_day (release) WHERE state NOT IN ('ENDED', 'CALLED_OFF');
CREATE INDEX opening_day_of_project ON opening_day (project, id);
SELECT audited('opening_day');

-- Who moved the day, when and why; each state is reached once.
CREATE TABLE opening_day_step (
    day    uuid        NOT NULL REFERENCES opening_day,
    state  text        NOT NULL,
    person text        NOT NULL,
    at     timestamptz NOT NULL,
    reason text,
    PRIMARY KEY (day, state)
);
SELECT append_only('opening_day_step');

-- When the calls of a running day were last looked at, by the clock of the database. Time in which nobody looked is time in which nobody
-- could appear. Rewritten each second and no record: not audited.
CREATE TABLE opening_day_look (
    day uuid        PRIMARY KEY REFERENCES opening_day,
    at  timestamptz NOT NULL
) WITH (fillfactor = 50);

-- A queue ticket (排号) of the day. Name and phone are sealed.
CREATE TABLE ticket (
    id           uuid        PRIMARY KEY,
    day          uuid        NOT NULL REFERENCES opening_day,
    number       text        NOT NULL CHECK (name_key(number) <> ''),
    sealed_name  text        NOT NULL,
    sealed_phone text        NOT NULL,
    customer     uuid,
    merged_from  uuid        CHECK (merged_from <> customer),
    state        text        NOT NULL DEFAULT 'LISTED'
                             CHECK (state IN ('LISTED', 'CHECKED_IN', 'WAITING', 'CALLED', 'PRESENT', 'OUT')),
    turn         int         CHECK (turn > 0),
    behind       bigint      NOT NULL DEFAULT 0 CHECK (behind >= 0),
    absences     int         NOT NULL DEFAULT 0 CHECK (absences BETWEEN 0 AND 2),
    desk         text,
    called_at    timestamptz,
    appear_until timestamptz,
    version      bigint      NOT NULL DEFAULT 1,
    CONSTRAINT ticket_in_turn CHECK ((state IN ('LISTED', 'CHECKED_IN')) = (turn IS NULL)),
    CONSTRAINT ticket_called CHECK (state <> 'CALLED' OR called_at IS NOT NULL AND appear_until IS NOT NULL)
);
COMMENT ON COLUMN ticket.merged_from IS 'CUS-3: the record that was named, where the customer''s stands for it';
COMMENT ON COLUMN ticket.turn IS 'Its place in the queue; among those of the same, the lower behind comes first';
COMMENT ON COLUMN ticket.behind IS '0 for the one who drew the place, else a number of ticket_behind: put there later';
COMMENT ON COLUMN ticket.appear_until IS 'By the clock of the database';
CREATE SEQUENCE ticket_behind;
-- INV-17: however it is written.
CREATE UNIQUE INDEX ticket_number ON ticket (day, name_key(number));
CREATE UNIQUE INDEX ticket_turn ON ticket (day, turn, behind) WHERE turn IS NOT NULL;
CREATE INDEX ticket_waiting ON ticket (day, turn, behind) WHERE state = 'WAITING';
CREATE INDEX ticket_called ON ticket (appear_until) WHERE state = 'CALLED';
CREATE INDEX ticket_of_customer ON ticket (customer) WHERE customer IS NOT NULL;
CREATE INDEX ticket_merged_from ON ticket (merged_from) WHERE merged_from IS NOT NULL;
SELECT audited('ticket');

-- Everything that happened to a ticket; what was held with it stands in hold. The reason says why it buys for another customer than
-- before, or why the manager put it back into the queue; sealed (CUS-6).
CREATE TABLE ticket_history (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket     uuid        NOT NULL REFERENCES ticket,
    at         timestamptz NOT NULL,
    person     text        NOT NULL,
    what       text        NOT NULL,
    from_state text,
    to_state   text,
    desk       text,
    reason     text,
    CONSTRAINT ticket_reinstated_for CHECK (what <> 'REINSTATE' OR reason <> '' AND reason IS NOT NULL)
);
CREATE INDEX ticket_history_of ON ticket_history (ticket, id);
SELECT append_only('ticket_history');

-- The draw: once a day, and never altered.
CREATE TABLE draw (
    day      uuid        PRIMARY KEY REFERENCES opening_day,
    method   text        NOT NULL CHECK (method IN ('LOTTERY', 'NOTARY')),
    seed     text,
    tickets  int         NOT NULL CHECK (tickets > 0),
    drawn_by text        NOT NULL,
    drawn_at timestamptz NOT NULL,
    CHECK ((method = 'LOTTERY') = (seed IS NOT NULL))
);
SELECT append_only('draw');
CREATE TABLE draw_place (
    day    uuid NOT NULL REFERENCES draw,
    place  int  NOT NULL CHECK (place > 0),
    ticket uuid NOT NULL REFERENCES ticket,
    PRIMARY KEY (day, place),
    UNIQUE (ticket)
);
SELECT append_only('draw_place');
