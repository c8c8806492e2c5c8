-- PAP-3: files of long lists, written for whoever asked. What was asked for and given stays on record; the file goes with its time.
CREATE TABLE export_task (
    id          uuid        PRIMARY KEY,
    project     text        NOT NULL,
    list        text        NOT NULL,
    filter      text        NOT NULL,
    asked_by    text        NOT NULL,
    asked_as    text        NOT NULL,
    roles       text[]      NOT NULL,
    own_only    boolean     NOT NULL,
    english     boolean     NOT NULL,
    asked_at    timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'READY', 'CANCELLED', 'FAILED', 'EXPIRED')),
    attempts    int         NOT NULL DEFAULT 0,
    due_at      timestamptz,
    expected    bigint,
    rows        bigint      NOT NULL DEFAULT 0,
    bytes       bigint      NOT NULL DEFAULT 0,
    ended_at    timestamptz,
    failure     text        CHECK (failure IN ('BROKE_OFF', 'TOO_MANY_ROWS', 'TOO_LARGE')),
    CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
    CHECK ((state IN ('QUEUED', 'RUNNING', 'READY')) = (due_at IS NOT NULL))
);
COMMENT ON COLUMN export_task.own_only IS 'SEC-1: the rights of whoever asked as they were then, with roles';
COMMENT ON COLUMN export_task.due_at IS
    'By the clock of the database: when somebody has to write it, or to go on where who wrote it is gone; when a file expires';
CREATE INDEX export_task_due ON export_task (due_at) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX export_task_expiring ON export_task (due_at) WHERE state = 'READY';
CREATE INDEX export_task_of ON export_task (asked_by, id);

-- The file, in pieces that fit into memory. Replicas share them.
CREATE TABLE export_piece (
    task    uuid  NOT NULL REFERENCES export_task,
    nr      int   NOT NULL,
    content bytea STORAGE EXTERNAL NOT NULL,
    PRIMARY KEY (task, nr)
);

-- CUS-6: each time that a file was given out, written before its first byte.
CREATE TABLE export_download (
    id   uuid        PRIMARY KEY,
    task uuid        NOT NULL REFERENCES export_task,
    by   text        NOT NULL,
    at   timestamptz NOT NULL
);
CREATE INDEX export_download_of ON export_download (task);
SELECT append_only('export_download');
