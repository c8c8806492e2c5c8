-- TEL-1: days on which many call because something was advertised; the line is to be free sooner.
CREATE TABLE advertising_day (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    day        date        NOT NULL,
    medium     text        NOT NULL CHECK (medium <> ''),
    entered_by text        NOT NULL,
    entered_at timestamptz NOT NULL,
    removed_by text,
    removed_at timestamptz,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
CREATE UNIQUE INDEX advertising_day_once ON advertising_day (project, day) WHERE removed_at IS NULL;
CREATE INDEX advertising_day_project ON advertising_day (project, id) WHERE removed_at IS NULL;
SELECT audited('advertising_day');

-- TEL-1: a call that was taken. What was said stands sealed; the limits that counted that day stand beside the marks.
CREATE TABLE phone_call (
    id                 uuid        PRIMARY KEY,
    project            text        NOT NULL,
    taken_by           text        NOT NULL,
    caller_name        text,
    phone              text,
    address            text,
    intent             text,
    source             text,
    questions          text,
    questions_asked    int         NOT NULL,
    questions_answered int         NOT NULL,
    note               text,
    started_at         timestamptz NOT NULL,
    ended_at           timestamptz NOT NULL,
    advertising_day    boolean     NOT NULL,
    minutes_limit      int         NOT NULL,
    questions_limit    int         NOT NULL,
    too_long           boolean     NOT NULL,
    too_many_questions boolean     NOT NULL,
    customer           uuid        REFERENCES customer,
    customer_by        text,
    customer_at        timestamptz,
    version            bigint      NOT NULL DEFAULT 0,
    CHECK (ended_at >= started_at),
    CHECK (questions_answered BETWEEN 0 AND questions_asked),
    CHECK (too_long = (extract(epoch FROM ended_at - started_at) > 60 * minutes_limit)),
    CHECK (too_many_questions = (questions_answered > questions_limit)),
    CHECK ((customer IS NULL) = (customer_at IS NULL) AND (customer IS NULL) = (customer_by IS NULL))
);
CREATE INDEX phone_call_project ON phone_call (project, id);
CREATE INDEX phone_call_taken_by ON phone_call (project, taken_by, id);
CREATE INDEX phone_call_customer ON phone_call (customer, id) WHERE customer IS NOT NULL;
SELECT audited('phone_call');

-- TEL-1: a call that nobody took is a task until somebody has called back.
CREATE TABLE missed_call (
    id            uuid        PRIMARY KEY,
    project       text        NOT NULL,
    caller_name   text,
    phone         text        NOT NULL,
    note          text,
    customer      uuid        REFERENCES customer,
    missed_at     timestamptz NOT NULL,
    recorded_by   text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    state         text        NOT NULL CHECK (state IN ('OPEN', 'CALLED_BACK')),
    attempts      int         NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    last_tried_by text,
    last_tried_at timestamptz,
    result        text,
    version       bigint      NOT NULL DEFAULT 0,
    CHECK ((attempts = 0) = (last_tried_at IS NULL) AND (attempts = 0) = (last_tried_by IS NULL)),
    CHECK (state = 'OPEN' OR attempts > 0)
);
CREATE INDEX missed_call_open ON missed_call (project, id) WHERE state = 'OPEN';
CREATE INDEX missed_call_project ON missed_call (project, id);
SELECT audited('missed_call');

-- TEL-2: what somebody who was not there is to know.
CREATE TABLE message (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    recipient   text        NOT NULL,
    caller_name text,
    phone       text,
    body        text        NOT NULL,
    left_by     text        NOT NULL,
    left_at     timestamptz NOT NULL,
    read_at     timestamptz,
    CHECK (read_at >= left_at)
);
CREATE INDEX message_recipient ON message (recipient, project, id);
CREATE INDEX message_unread ON message (recipient, project, id) WHERE read_at IS NULL;
CREATE INDEX message_left_by ON message (left_by, project, id);
SELECT audited('message');
