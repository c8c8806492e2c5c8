-- LAY-1: 改造情况检查记录
CREATE TABLE layout_inspection (
    id           uuid        PRIMARY KEY,
    request      uuid        NOT NULL REFERENCES change_request,
    passed       boolean     NOT NULL,
    record       text        NOT NULL CHECK (record <> ''),
    inspected_by text        NOT NULL,
    inspected_at timestamptz NOT NULL
);
CREATE INDEX layout_inspection_of ON layout_inspection (request);
SELECT append_only('layout_inspection');
SELECT audited('layout_inspection');
