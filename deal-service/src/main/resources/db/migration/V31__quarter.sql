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

-- The plan of a project, of one of its buildings, or of one of its batches.
ALTER TABLE sales_plan ADD COLUMN batch text NOT NULL DEFAULT '';
COMMENT ON COLUMN sales_plan.batch IS 'Its release; empty for all of them';
ALTER TABLE sales_plan DROP CONSTRAINT sales_plan_pkey;
ALTER TABLE sales_plan ADD PRIMARY KEY (project, building, batch, week);
ALTER TABLE sales_plan ADD CONSTRAINT sales_plan_of_one CHECK (building = '' OR batch = '');
