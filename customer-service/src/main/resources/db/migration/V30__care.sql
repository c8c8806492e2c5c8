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
    PRIMARY KEY (invitation, nth),
    FOREIGN KEY (survey, nth) REFERENCES survey_question,
    CHECK (num_nonnulls(score, choice, body) = 1)
);
CREATE INDEX survey_answer_survey ON survey_answer (survey, nth);
SELECT append_only('survey_answer');
