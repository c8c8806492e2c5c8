-- COL-1: what falls due when; replaced rather than overwritten. That a line is overdue is told once.
CREATE TABLE schedule_line (
    id              uuid          PRIMARY KEY,
    deal            uuid          NOT NULL REFERENCES deal,
    position        int           NOT NULL,
    label           text          NOT NULL,
    due_on          date,
    due_after       text,
    due_days        int,
    amount          numeric(14,2) NOT NULL CHECK (amount > 0),
    overdue_told_at timestamptz,
    replaced_at     timestamptz,
    CHECK (due_on IS NOT NULL OR due_after IS NOT NULL)
);
COMMENT ON COLUMN schedule_line.due_after IS 'The event after which it falls due, plus due_days; due_on is set when it happens';
CREATE UNIQUE INDEX schedule_line_position ON schedule_line (deal, position) WHERE replaced_at IS NULL;
CREATE INDEX schedule_line_overdue ON schedule_line (due_on) WHERE replaced_at IS NULL AND overdue_told_at IS NULL;
SELECT audited('schedule_line');
SELECT as_of('schedule_line', 'deal');

CREATE TABLE allocation (
    receipt       uuid          NOT NULL REFERENCES receipt,
    schedule_line uuid          NOT NULL REFERENCES schedule_line,
    amount        numeric(14,2) NOT NULL CHECK (amount > 0),
    recorded_at   timestamptz   NOT NULL DEFAULT this_moment(),
    PRIMARY KEY (receipt, schedule_line)
);
COMMENT ON TABLE allocation IS 'Counts as long as its receipt is valid';
COMMENT ON COLUMN allocation.recorded_at IS 'AOF-1: from when on it counts';
CREATE INDEX allocation_of_line ON allocation (schedule_line);
SELECT append_only('allocation');
SELECT audited('allocation', 'receipt');
