-- CAR-2: complaints and suggestions (投诉和建议). What was said stands sealed; none is ever removed, and what was done stands in its steps.
CREATE TABLE complaint (
    id            uuid        PRIMARY KEY,
    project       text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('COMPLAINT', 'SUGGESTION')),
    way           text        NOT NULL CHECK (way IN ('PHONE', 'WRITING', 'IN_PERSON')),
    customer      uuid        REFERENCES customer,
    person_name   text,
    phone         text,
    body          text        NOT NULL,
    owner         text        NOT NULL,
    due_on        date        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'CLOSED')),
    opened_by     text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    answer        text,
    answered_by   text,
    answered_at   timestamptz,
    satisfaction  int         CHECK (satisfaction BETWEEN 1 AND 5),
    version       bigint      NOT NULL DEFAULT 0,
    CHECK (customer IS NOT NULL OR person_name IS NOT NULL),
    CHECK ((state = 'OPEN') OR (answer IS NOT NULL AND answered_by IS NOT NULL AND answered_at IS NOT NULL)),
    CHECK ((state = 'CLOSED') = (satisfaction IS NOT NULL))
);
CREATE INDEX complaint_project ON complaint (project, id);
CREATE INDEX complaint_owner ON complaint (project, owner, id);
CREATE INDEX complaint_open ON complaint (project, due_on) WHERE state = 'OPEN';
CREATE INDEX complaint_customer ON complaint (customer, id) WHERE customer IS NOT NULL;
SELECT audited('complaint');
CREATE TRIGGER complaint_stays BEFORE DELETE ON complaint FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER complaint_all_stay BEFORE TRUNCATE ON complaint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE complaint_step (
    id           uuid        PRIMARY KEY,
    complaint    uuid        NOT NULL REFERENCES complaint,
    kind         text        NOT NULL CHECK (kind IN ('OPENED', 'HANDED_OVER', 'ANSWERED', 'RATED')),
    person       text        NOT NULL,
    at           timestamptz NOT NULL,
    said         text,
    to_owner     text,
    due_on       date,
    satisfaction int,
    CHECK ((kind = 'HANDED_OVER') = (to_owner IS NOT NULL)),
    CHECK ((kind = 'RATED') = (satisfaction IS NOT NULL))
);
CREATE INDEX complaint_step_complaint ON complaint_step (complaint, id);
SELECT append_only('complaint_step');

-- CAR-1: birthdays of customers and their families (生日). The day stands sealed; to find whose day is coming there is a keyed token of calendar,
-- month and day beside it (decision 37).
CREATE TABLE birthday (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    customer    uuid        NOT NULL REFERENCES customer,
    relation    text        NOT NULL CHECK (relation IN ('SELF', 'SPOUSE', 'CHILD', 'PARENT', 'OTHER')),
    person_name text,
    born        text        NOT NULL,
    token       text        NOT NULL,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    removed_by  text,
    removed_at  timestamptz,
    version     bigint      NOT NULL DEFAULT 0,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
CREATE UNIQUE INDEX birthday_own_once ON birthday (customer) WHERE relation = 'SELF' AND removed_at IS NULL;
CREATE INDEX birthday_customer ON birthday (customer, id);
CREATE INDEX birthday_token ON birthday (project, token) WHERE removed_at IS NULL;
SELECT audited('birthday');

-- CAR-1: the days of a year on which the office greets its customers (节日), as it edits them.
CREATE TABLE holiday (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    day        date        NOT NULL,
    name       text        NOT NULL CHECK (name <> ''),
    entered_by text        NOT NULL,
    entered_at timestamptz NOT NULL,
    removed_by text,
    removed_at timestamptz,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
CREATE UNIQUE INDEX holiday_once ON holiday (project, day) WHERE removed_at IS NULL;
CREATE INDEX holiday_project ON holiday (project, id) WHERE removed_at IS NULL;
SELECT audited('holiday');

-- CAR-1: whom the office holds dear (VIP); the latest row counts.
CREATE TABLE vip_mark (
    id        uuid        PRIMARY KEY,
    customer  uuid        NOT NULL REFERENCES customer,
    project   text        NOT NULL,
    vip       boolean     NOT NULL,
    marked_by text        NOT NULL,
    marked_at timestamptz NOT NULL
);
CREATE INDEX vip_mark_customer ON vip_mark (customer, id DESC);
CREATE INDEX vip_mark_project ON vip_mark (project, customer);
SELECT audited('vip_mark');
SELECT append_only('vip_mark');

-- CAR-1: what is to be done for a birthday or a holiday: once for each and year, whoever makes the tasks and how often. CAR-6: and the
-- revisits that somebody plans.
CREATE TABLE care_task (
    id       uuid        PRIMARY KEY,
    project  text        NOT NULL,
    customer uuid        NOT NULL REFERENCES customer,
    birthday uuid        REFERENCES birthday,
    holiday  uuid        REFERENCES holiday,
    purpose  text,
    made_by  text        NOT NULL,
    year     int         NOT NULL,
    due_on   date        NOT NULL,
    way      text        NOT NULL CHECK (way IN ('GIFT_OR_VISIT', 'CALL_OR_MESSAGE')),
    made_at  timestamptz NOT NULL,
    state    text        NOT NULL CHECK (state IN ('OPEN', 'DONE')),
    done     text        CHECK (done IN ('GIFT', 'VISIT', 'CALL', 'MESSAGE')),
    what     text,
    done_by  text,
    done_at  timestamptz,
    version  bigint      NOT NULL DEFAULT 0,
    CHECK (num_nonnulls(birthday, holiday, purpose) = 1),
    CHECK ((state = 'DONE') = (done IS NOT NULL AND what IS NOT NULL AND done_by IS NOT NULL AND done_at IS NOT NULL))
);
CREATE UNIQUE INDEX care_task_birthday ON care_task (birthday, year) WHERE birthday IS NOT NULL;
CREATE UNIQUE INDEX care_task_holiday ON care_task (holiday, customer) WHERE holiday IS NOT NULL;
CREATE INDEX care_task_due ON care_task (project, due_on, id) WHERE state = 'OPEN';
CREATE INDEX care_task_project ON care_task (project, due_on, id);
CREATE INDEX care_task_customer ON care_task (customer, id);
SELECT audited('care_task');

-- When the next round of making tasks is due.
CREATE TABLE care_round (
    only_one boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    next_at  timestamptz NOT NULL
);
INSERT INTO care_round (next_at) VALUES (clock_timestamp());

-- CAR-3: satisfaction surveys (满意度调查), and what each asks.
CREATE TABLE survey (
    id        uuid        PRIMARY KEY,
    project   text        NOT NULL,
    title     text        NOT NULL,
    greeting  text        NOT NULL,
    made_by   text        NOT NULL,
    made_at   timestamptz NOT NULL,
    closed_by text,
    closed_at timestamptz,
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);
CREATE INDEX survey_project ON survey (project, id);
SELECT audited('survey');

CREATE TABLE survey_question (
    survey  uuid NOT NULL REFERENCES survey,
    nth     int  NOT NULL CHECK (nth BETWEEN 1 AND 20),
    kind    text NOT NULL CHECK (kind IN ('SCORE', 'CHOICE', 'TEXT')),
    asked   text NOT NULL,
    choices text[] NOT NULL,
    PRIMARY KEY (survey, nth),
    CHECK ((kind = 'CHOICE') = (cardinality(choices) > 1))
);
SELECT append_only('survey_question');

-- Whom it was sent to; its link is signed and stands nowhere (decision 42). Whose customer it was then is what the score counts for.
CREATE TABLE survey_invitation (
    id          uuid        PRIMARY KEY,
    survey      uuid        NOT NULL REFERENCES survey,
    project     text        NOT NULL,
    customer    uuid        NOT NULL REFERENCES customer,
    consultant  text        NOT NULL,
    invited_by  text        NOT NULL,
    invited_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    answered_at timestamptz,
    UNIQUE (survey, customer)
);
CREATE INDEX survey_invitation_customer ON survey_invitation (customer);
SELECT audited('survey_invitation');

-- What was answered, each question once; words stand sealed.
CREATE TABLE survey_answer (
    invitation uuid NOT NULL REFERENCES survey_invitation,
    survey     uuid NOT NULL,
    nth        int  NOT NULL,
    score      int  CHECK (score BETWEEN 1 AND 5),
    choice     int,
    body       text,
    key        uuid REFERENCES dossier_key,
    PRIMARY KEY (invitation, nth),
    FOREIGN KEY (survey, nth) REFERENCES survey_question,
    CHECK (num_nonnulls(score, choice, body) = 1),
    CHECK (key IS NULL OR body IS NOT NULL)
);
COMMENT ON COLUMN survey_answer.key IS 'CUS-7: the customer''s own, under which the words stand and with which they are gone; none: the service''s';
CREATE INDEX survey_answer_survey ON survey_answer (survey, nth);
SELECT append_only('survey_answer');

-- CAR-4: site tours, receptions and owners' evenings (活动), and who is invited, says what, and came.
CREATE TABLE gathering (
    id            uuid        PRIMARY KEY,
    project       text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('SITE_TOUR', 'RECEPTION', 'OWNERS_EVENING', 'OTHER')),
    title         text        NOT NULL,
    place         text        NOT NULL,
    begins_at     timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    most          int         NOT NULL CHECK (most > 0),
    made_by       text        NOT NULL,
    made_at       timestamptz NOT NULL,
    called_off_by text,
    called_off_at timestamptz,
    CHECK (ends_at > begins_at),
    CHECK ((called_off_at IS NULL) = (called_off_by IS NULL))
);
CREATE INDEX gathering_project ON gathering (project, id);
SELECT audited('gathering');

CREATE TABLE gathering_guest (
    id            uuid        PRIMARY KEY,
    gathering     uuid        NOT NULL REFERENCES gathering,
    project       text        NOT NULL,
    customer      uuid        NOT NULL REFERENCES customer,
    code          text        NOT NULL CHECK (code ~ '^[2-9A-HJ-NP-Z]{6}$'),
    invited_by    text        NOT NULL,
    invited_at    timestamptz NOT NULL,
    answer        text        NOT NULL CHECK (answer IN ('INVITED', 'COMING', 'DECLINED')),
    persons       int         NOT NULL DEFAULT 1 CHECK (persons BETWEEN 1 AND 20),
    attended_at   timestamptz,
    checked_in_by text,
    answered_at   timestamptz,
    answered_by   text,
    UNIQUE (gathering, customer),
    UNIQUE (gathering, code),
    CHECK ((attended_at IS NULL) = (checked_in_by IS NULL)),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL))
);
COMMENT ON COLUMN gathering_guest.answered_by IS '* for the guest, by the link of the invitation; else the colleague who wrote it down';
CREATE INDEX gathering_guest_customer ON gathering_guest (customer);
SELECT audited('gathering_guest');

-- CAR-5: news of the project (资讯), to whom of which kind, and how many were told; who was told what stands with the messages.
CREATE TABLE news (
    id              uuid        PRIMARY KEY,
    project         text        NOT NULL,
    title           text        NOT NULL,
    body            text        NOT NULL,
    segment         text        NOT NULL,
    made_by         text        NOT NULL,
    made_at         timestamptz NOT NULL,
    told_to         uuid,
    chosen          bigint      NOT NULL DEFAULT 0,
    told            bigint      NOT NULL DEFAULT 0,
    without_consent bigint      NOT NULL DEFAULT 0,
    without_phone   bigint      NOT NULL DEFAULT 0,
    next_at         timestamptz,
    CHECK (chosen = told + without_consent + without_phone)
);
CREATE INDEX news_project ON news (project, id);
CREATE INDEX news_next ON news (next_at) WHERE next_at IS NOT NULL;
SELECT audited('news');
