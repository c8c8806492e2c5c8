-- RPT-2: of which day of a project its people were told that the sheet is there: once, however many replicas look.
CREATE TABLE told_sheet (
    project text        NOT NULL,
    day     date        NOT NULL,
    told_at timestamptz NOT NULL,
    PRIMARY KEY (project, day)
);
SELECT append_only('told_sheet');

-- When it is looked again whose hour has come.
CREATE TABLE sheet_round (
    only_one boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    next_at  timestamptz NOT NULL
);
INSERT INTO sheet_round (next_at) VALUES (clock_timestamp());
