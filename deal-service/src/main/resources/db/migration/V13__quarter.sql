-- RPT-1: what is to be sold in which week, of a project or of one of its buildings.
CREATE TABLE sales_plan (
    project  text          NOT NULL,
    building text          NOT NULL,
    week     date          NOT NULL,
    units    int           NOT NULL CHECK (units >= 0),
    total    numeric(14,2) NOT NULL CHECK (total >= 0),
    set_by   text          NOT NULL,
    set_at   timestamptz   NOT NULL,
    PRIMARY KEY (project, building, week)
);
COMMENT ON COLUMN sales_plan.building IS 'By its name; empty for the whole project';
COMMENT ON COLUMN sales_plan.week IS 'Its first day';
SELECT audited('sales_plan', 'project');
