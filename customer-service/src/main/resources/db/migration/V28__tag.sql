-- CUS-9: the words by which a project marks its customers. Nothing is deleted: a retired one is set no more, and stays where it was set.
CREATE TABLE customer_tag (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    name       text        NOT NULL CHECK (name <> ''),
    retired    boolean     NOT NULL DEFAULT false,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX customer_tag_name ON customer_tag (project, name_key(name));
SELECT audited('customer_tag');

-- CUS-9: who set which, and who removed it: the history, of which what is not removed stands.
CREATE TABLE tagging (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    customer   uuid        NOT NULL REFERENCES customer,
    tag        uuid        REFERENCES customer_tag,
    set_by     text        NOT NULL,
    set_at     timestamptz NOT NULL,
    removed_by text,
    removed_at timestamptz,
    CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
    CHECK (tag IS NOT NULL OR removed_at IS NOT NULL)
);
COMMENT ON COLUMN tagging.tag IS 'None once the person was erased (CUS-7)';
CREATE UNIQUE INDEX tagging_standing ON tagging (customer, tag) WHERE removed_at IS NULL;
CREATE INDEX tagging_customer ON tagging (customer, id);
CREATE INDEX tagging_tag ON tagging (tag, customer) WHERE removed_at IS NULL;
