-- RPT-1: what is to be sold in which week, of a project, of one of its buildings or of one of its batches.
CREATE TABLE sales_plan (
    project  text          NOT NULL,
    building text          NOT NULL,
    batch    text          NOT NULL,
    week     date          NOT NULL,
    units    int           NOT NULL CHECK (units >= 0),
    total    numeric(14,2) NOT NULL CHECK (total >= 0),
    set_by   text          NOT NULL,
    set_at   timestamptz   NOT NULL,
    PRIMARY KEY (project, building, batch, week),
    CHECK (building = '' OR batch = '')
);
COMMENT ON COLUMN sales_plan.building IS 'By its name; empty for the whole project';
COMMENT ON COLUMN sales_plan.batch IS 'Its release; empty for all of them';
COMMENT ON COLUMN sales_plan.week IS 'Its first day';
SELECT audited('sales_plan', 'project');

-- RPT-1: the batches (推盘批次) in which homes were put on sale, as inventory-service tells.
CREATE TABLE sales_batch (
    release   uuid        PRIMARY KEY,
    project   text        NOT NULL,
    opened_at timestamptz NOT NULL
);
CREATE INDEX sales_batch_project ON sales_batch (project, opened_at);
SELECT append_only('sales_batch');

CREATE TABLE sales_batch_unit (
    unit    uuid PRIMARY KEY,
    release uuid NOT NULL REFERENCES sales_batch
);
CREATE INDEX sales_batch_unit_release ON sales_batch_unit (release);
SELECT append_only('sales_batch_unit');
