-- TRK-5: the named pools of a project, beside the general one, which needs no row: what falls into each, how many a consultant takes out of it on
-- a day, and after how many days a former owner may. A pool is retired, never deleted: customers may be in it.
CREATE TABLE customer_pool (
    id             uuid        PRIMARY KEY,
    project        text        NOT NULL,
    name           text        NOT NULL CHECK (name <> ''),
    place          int         NOT NULL CHECK (place > 0),
    claims_a_day   int         CHECK (claims_a_day >= 0),
    cool_down_days int         CHECK (cool_down_days >= 0),
    rules          jsonb       NOT NULL CHECK (jsonb_typeof(rules) = 'array'),
    retired        boolean     NOT NULL DEFAULT false,
    changed_by     text        NOT NULL,
    changed_at     timestamptz NOT NULL,
    version        bigint      NOT NULL DEFAULT 0
);
COMMENT ON COLUMN customer_pool.place IS 'Of several pools whose rules name a customer the first takes them';
CREATE UNIQUE INDEX customer_pool_name ON customer_pool (project, name_key(name));
SELECT audited('customer_pool');
