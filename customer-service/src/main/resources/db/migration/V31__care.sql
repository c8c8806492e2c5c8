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
CREATE INDEX gathering_project ON gathering (project, begins_at, id);
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
    UNIQUE (gathering, customer),
    UNIQUE (gathering, code),
    CHECK ((attended_at IS NULL) = (checked_in_by IS NULL))
);
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
