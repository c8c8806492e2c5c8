-- INV-4, INV-5: who may sell the unit. A hold lives until it expires or is given back, or as long as the deal that claimed it. Its clock
-- stands still while the order form is being written, for some minutes in all: a pause moves the end of the hold ahead by all that is left
-- of them, going on takes back what was not used, so a pause ends by itself. INV-13: a ticket buys at most the project's number of units.
-- Each live hold takes one of its slots; they are given back with the hold.
CREATE TABLE hold (
    id            uuid        PRIMARY KEY,
    unit          uuid        NOT NULL REFERENCES unit,
    project       text        NOT NULL,
    customer      uuid        NOT NULL,
    merged_from   uuid        CHECK (merged_from <> customer),
    consultant    text        NOT NULL,
    price_version int         NOT NULL,
    ticket        uuid        REFERENCES ticket,
    ticket_slot   int,
    held_at       timestamptz NOT NULL,
    started_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at    timestamptz NOT NULL,
    paused_until  timestamptz,
    pause_granted interval    NOT NULL DEFAULT interval '0' CHECK (pause_granted >= interval '0'),
    deal          uuid,
    ended_at      timestamptz,
    end_reason    text,
    end_words     text,
    FOREIGN KEY (unit, price_version) REFERENCES unit_price,
    CONSTRAINT hold_in_a_slot CHECK ((ticket IS NULL) = (ticket_slot IS NULL)),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
COMMENT ON COLUMN hold.merged_from IS 'CUS-3: the record for which it was asked, where the customer''s stands for it';
COMMENT ON COLUMN hold.price_version IS 'The price that is frozen while the unit is held';
COMMENT ON COLUMN hold.held_at IS 'By the clock of the office';
COMMENT ON COLUMN hold.started_at IS 'By the clock of the database, as expires_at';
COMMENT ON COLUMN hold.paused_until IS 'By the clock of the database; past once the pause ended by itself';
COMMENT ON COLUMN hold.pause_granted IS 'By how much all pauses moved expires_at ahead, the open one in full';
COMMENT ON COLUMN hold.end_words IS 'CUS-6: what was written about its end, sealed';
CREATE UNIQUE INDEX hold_one_live ON hold (unit) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX hold_one_in_a_slot ON hold (ticket, ticket_slot) WHERE ended_at IS NULL AND ticket IS NOT NULL;
CREATE INDEX hold_expiring ON hold (expires_at) WHERE ended_at IS NULL AND deal IS NULL;
CREATE INDEX hold_waiting ON hold (project, consultant) WHERE ended_at IS NULL AND deal IS NULL;
CREATE INDEX hold_waiting_customer ON hold (project, customer) WHERE ended_at IS NULL AND deal IS NULL;
CREATE INDEX hold_merged_from ON hold (merged_from) WHERE merged_from IS NOT NULL;
CREATE INDEX hold_of_deal ON hold (deal) WHERE ended_at IS NULL AND deal IS NOT NULL;
CREATE INDEX hold_of_ticket ON hold (ticket) WHERE ticket IS NOT NULL;
-- INV-5: who had a unit last, and until when. Only a hold that ends is written here, none that begins.
CREATE INDEX hold_ended ON hold (unit, ended_at) WHERE ended_at IS NOT NULL;
SELECT audited('hold');
-- AOF-1: a unit's holds as they stood. Most have ended; the two indexes of live and ended ones serve the two halves.
SELECT as_of('hold', 'id');

-- INV-5, INV-11: what a hold took along with the home, at the prices that it froze.
CREATE TABLE hold_attached (
    hold          uuid    NOT NULL REFERENCES hold,
    unit          uuid    NOT NULL REFERENCES unit,
    price_version int     NOT NULL,
    apart         boolean NOT NULL,
    PRIMARY KEY (hold, unit),
    FOREIGN KEY (unit, price_version) REFERENCES unit_price
);
SELECT audited('hold_attached', 'hold');
SELECT append_only('hold_attached');

-- INV-5: who is to be told when a unit that is held or has a deal becomes free again, in the order in which they came. It is no claim.
-- The turn, while the unit is free, passes on to the next in line when its head start is over unused, or when whoever has it leaves the
-- line or lets it pass; nobody has it twice before somebody took the unit.
CREATE TABLE waiting_place (
    id               uuid        PRIMARY KEY,
    unit             uuid        NOT NULL REFERENCES unit,
    project          text        NOT NULL,
    customer         uuid        NOT NULL,
    merged_from      uuid        CHECK (merged_from <> customer),
    consultant       text        NOT NULL,
    joined_at        timestamptz NOT NULL,
    told             int         NOT NULL DEFAULT 0 CHECK (told >= 0),
    told_at          timestamptz,
    told_in          uuid,
    head_start_until timestamptz,
    turn_until       timestamptz,
    ended_at         timestamptz,
    end_reason       text,
    end_words        text,
    CHECK ((told = 0) = (told_at IS NULL)),
    CHECK (head_start_until IS NULL OR told > 0),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CONSTRAINT waiting_place_turn CHECK (turn_until IS NULL OR told_in IS NOT NULL)
);
COMMENT ON COLUMN waiting_place.merged_from IS 'As of a hold';
COMMENT ON COLUMN waiting_place.end_words IS 'As of a hold';
COMMENT ON COLUMN waiting_place.told IS 'How often; whoever was told less often comes first';
COMMENT ON COLUMN waiting_place.told_in IS 'Which time that the unit became free: nobody is told twice in one';
COMMENT ON COLUMN waiting_place.head_start_until IS 'By the clock of the database: until then nobody else may hold the unit';
COMMENT ON COLUMN waiting_place.turn_until IS
    'Of whoever has the turn: when it passes on, by the clock of the database; infinity where no head start ends it';
CREATE UNIQUE INDEX waiting_place_one_live ON waiting_place (unit, customer) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX waiting_place_one_turn ON waiting_place (unit) WHERE turn_until IS NOT NULL;
CREATE INDEX waiting_place_turn_over ON waiting_place (turn_until) WHERE turn_until IS NOT NULL;
CREATE INDEX waiting_place_of ON waiting_place (project, consultant) WHERE ended_at IS NULL;
CREATE INDEX waiting_place_listed ON waiting_place (project, id);
-- INV-5: places in line go along with their customer; the limit of the customer is counted by it too.
CREATE INDEX waiting_place_of_customer ON waiting_place (customer) WHERE ended_at IS NULL;
CREATE INDEX waiting_place_merged_from ON waiting_place (merged_from) WHERE merged_from IS NOT NULL;
-- CUS-3: a place that ended because the person had another one is taken up again when they were two after all.
CREATE INDEX waiting_place_merged ON waiting_place (customer) WHERE end_reason = 'MERGED';
SELECT audited('waiting_place');
