-- The functions stand here and not in R__00_kit.sql, which runs after all tables: the services' tables name them when they are made.

-- INV-17: what a name is compared by: names that look alike are one name. The same as Names.key of the kit, which a test compares for every
-- character: without width and other variants of the same character, blanks, line breaks, what nobody sees, the length of dashes, capitals.
-- A body of the standard's form: indexes that rest on it are rebuilt and restored whatever the search path. Most names are plain already.
CREATE FUNCTION name_key(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    CASE WHEN written ~ '^[0-9a-z一-龥#-]*$' THEN written ELSE
        lower(translate(normalize(regexp_replace(normalize(written, NFKC),
            '[\u0001-\u0020\u007F-\u00A0\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u115F\u1160\u1680\u17B4\u17B5'
            '\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD'
            '\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D159\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]+', '', 'g'), NFKC),
            U&'\058A\05BE\1400\1806\2010\2012\2013\2014\2015\2212\2E3A\2E3B\301C\3030\30FC', '---------------') COLLATE "pg_c_utf8")
    END;

-- AOF-1: the moment from which on the changes of this transaction count: one for all of them, so that no picture of the past cuts a
-- transaction in two. The office's, where a caller may set its clock (see AuditedTransaction); else when the first of them is made.
CREATE FUNCTION this_moment() RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    told text := nullif(current_setting('anchang.moment', true), '');
BEGIN
    IF told IS NULL THEN
        told := set_config('anchang.moment', clock_timestamp()::text, true);
    END IF;
    RETURN told::timestamptz;
END $$;

-- Audit (SEC-2): who changed what, when, before and after; only ever added to.
CREATE TABLE audit (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    moment   timestamptz NOT NULL DEFAULT this_moment(),
    actor    text        NOT NULL,
    cause    text,
    relation text        NOT NULL,
    row_id   text        NOT NULL,
    action   text        NOT NULL CHECK (action IN ('INSERT', 'UPDATE', 'DELETE')),
    before   jsonb,
    after    jsonb
);
COMMENT ON COLUMN audit.actor IS 'The person in whose name; where nobody is, the cause';
COMMENT ON COLUMN audit.cause IS 'What it came about by, e.g. event DealSigned 0199..., sweep ExpiringHolds; none where the person sent a command';
COMMENT ON COLUMN audit.moment IS 'AOF-1: by the clock of the office, one for all changes of a transaction; at is by that of the database';
CREATE INDEX audit_row ON audit (relation, row_id, moment);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Named in a trigger on each table whose changes must be known: see audited().
CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    after  jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
    INSERT INTO audit (actor, cause, relation, row_id, action, before, after)
    VALUES (coalesce(nullif(current_setting('anchang.actor', true), ''), 'unknown'),
            nullif(current_setting('anchang.cause', true), ''), TG_TABLE_NAME,
            coalesce(after, before) ->> TG_ARGV[0], TG_OP, before, after);
    RETURN NULL;
END $$;

-- SELECT audited('deal'), or audited('unit_price', 'unit') where the key column is not called id.
CREATE FUNCTION audited(relation text, key_column text DEFAULT 'id') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION record_change(%L)',
                   relation || '_audited', relation, key_column);
END $$;

-- AOF-1: SELECT as_of('deal', 'id') makes the function deal_as_of(its, moment): the rows of an audited table as they stood at a moment,
-- those that the named column, which never changes, has as `its`. A row is what it was before the first change after that moment, and what
-- it is now where there was none; one that was added after it was not there. So a look costs what has happened to these rows since then,
-- by an index, however old the office is. Not for tables whose rows are removed.
CREATE FUNCTION as_of(relation text, asked text, row_key text DEFAULT 'id') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format($sql$
        CREATE OR REPLACE FUNCTION %1$I(its %5$s, moment timestamptz) RETURNS SETOF %2$I LANGUAGE sql STABLE AS $body$
            SELECT was.* FROM %2$I n
            LEFT JOIN LATERAL (SELECT a.action, a.before FROM audit a
                               WHERE a.relation = %6$L AND a.row_id = n.%4$I::text AND a.moment > $2 ORDER BY a.id + 0 LIMIT 1) c ON true
            CROSS JOIN LATERAL jsonb_populate_record(n, c.before) was
            WHERE n.%3$I = $1 AND c.action IS DISTINCT FROM 'INSERT'
        $body$ $sql$, relation || '_as_of', relation, asked, row_key,
        (SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = relation::regclass AND attname = asked), relation);
END $$;

-- SELECT append_only('posting'): rows are added and never altered or removed.
CREATE FUNCTION append_only(relation text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
                   relation || '_append_only', relation);
END $$;

-- Outbox: the events of a committed command, until Kafka has them and for a while after.
CREATE TABLE outbox_stream (
    aggregate uuid   PRIMARY KEY,
    last      bigint NOT NULL CHECK (last > 0)
);
COMMENT ON TABLE outbox_stream IS 'Last sequence number of each aggregate; its row lock makes commit order and sequence order one';

CREATE TABLE outbox (
    position     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           uuid        NOT NULL UNIQUE,
    topic        text        NOT NULL,
    shard        smallint    NOT NULL,
    aggregate    uuid        NOT NULL,
    sequence     bigint      NOT NULL,
    type         text        NOT NULL,
    project      text        NOT NULL,
    at           timestamptz NOT NULL,
    payload      text        NOT NULL,
    traceparent  text,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    published_at timestamptz,
    UNIQUE (aggregate, sequence)
);
CREATE INDEX outbox_waiting ON outbox (shard, position) WHERE published_at IS NULL;
CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;

-- Inbox: how far each aggregate of each topic has been read here, and what waits.
CREATE TABLE inbox_position (
    topic     text   NOT NULL,
    aggregate uuid   NOT NULL,
    last      bigint NOT NULL CHECK (last >= 0),
    ids       uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (topic, aggregate)
);
COMMENT ON COLUMN inbox_position.ids IS
    'Ids of the last events read, the last one first: another event under one of their numbers is a fork, not a repetition';

CREATE TABLE inbox_parked (
    topic        text        NOT NULL,
    aggregate    uuid        NOT NULL,
    sequence     bigint      NOT NULL,
    id           uuid        NOT NULL,
    project      text,
    type         text        NOT NULL,
    payload      text        NOT NULL,
    reason       text        NOT NULL CHECK (reason IN ('GAP', 'FAILED', 'BEHIND', 'FORKED')),
    error        text,
    attempts     int         NOT NULL DEFAULT 0,
    next_attempt timestamptz NOT NULL DEFAULT clock_timestamp(),
    dead         boolean     NOT NULL DEFAULT false,
    parked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (topic, aggregate, sequence, id)
);

-- Idempotency (SEC-3): the answer of each money command, kept in the transaction of its effect. CUS-6: an answer may be about a person. It is
-- kept sealed, which compression would not make shorter.
CREATE TABLE idempotency (
    key         text        PRIMARY KEY,
    fingerprint text        NOT NULL,
    status      int         NOT NULL,
    headers     text        NOT NULL,
    body        bytea       STORAGE EXTERNAL,
    answered_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX idempotency_age ON idempotency (answered_at);

-- CUS-6: the keys under which this service's values are sealed, wrapped under a master key of the environment. A rotation wraps them anew and
-- alters nothing else of them. They are not audited: a copy wrapped under a master key that has gone would stay readable with it.
CREATE TABLE data_key (
    id         int         PRIMARY KEY CHECK (id > 0),
    purpose    text        NOT NULL CHECK (purpose IN ('VALUES', 'FINGERPRINTS', 'COURIER')),
    master     text        NOT NULL CHECK (master ~ '^[0-9a-f]{8}$'),
    wrapped    text        NOT NULL,
    courier_of text        UNIQUE CHECK (courier_of ~ '^[0-9a-f]{8}$'),
    seals      boolean     NOT NULL,
    begun_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    wrapped_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((purpose = 'COURIER') = (courier_of IS NOT NULL))
);
COMMENT ON COLUMN data_key.id IS 'By which sealed values name it; a COURIER is named by the id of its master key, courier_of';
COMMENT ON COLUMN data_key.master IS 'Id of the master key under which it is wrapped';
CREATE UNIQUE INDEX data_key_seals ON data_key (purpose) WHERE seals;
CREATE UNIQUE INDEX data_key_fingerprints ON data_key (purpose) WHERE purpose = 'FINGERPRINTS';
CREATE TRIGGER data_key_stays BEFORE DELETE ON data_key FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER data_key_is_what_it_is BEFORE UPDATE OF id, purpose, courier_of, begun_at ON data_key
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER data_key_no_truncate BEFORE TRUNCATE ON data_key FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- When its data keys were wrapped under which master key, and by whom.
CREATE TABLE key_rotation (
    id        uuid        PRIMARY KEY,
    at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    by        text        NOT NULL,
    master    text        NOT NULL,
    rewrapped int         NOT NULL CHECK (rewrapped >= 0)
);
SELECT append_only('key_rotation');

-- Settings: limits, rates and switches of a project, from a date on, with the reason and who set them.
CREATE TABLE setting (
    id         uuid        PRIMARY KEY,
    project    text        NOT NULL,
    name       text        NOT NULL,
    value      text        NOT NULL,
    valid_from date        NOT NULL,
    reason     text        NOT NULL CHECK (reason <> ''),
    set_by     text        NOT NULL,
    set_at     timestamptz NOT NULL
);
CREATE INDEX setting_effective ON setting (project, name, valid_from DESC, set_at DESC);
SELECT audited('setting');
SELECT append_only('setting');

-- CUS-6: who looked at whose personal data in full, by which right, and when; only ever added to.
CREATE TABLE look (
    id        uuid        PRIMARY KEY,
    project   text        NOT NULL,
    subject   text        NOT NULL CHECK (subject <> ''),
    of        uuid        NOT NULL,
    by        text        NOT NULL,
    by_right  text        NOT NULL CHECK (by_right IN ('OWNER', 'SITE_MANAGER', 'PAPER')),
    looked_at timestamptz NOT NULL
);
CREATE INDEX look_project ON look (project, id);
CREATE INDEX look_of ON look (of, id);
CREATE INDEX look_by ON look (by, id);
COMMENT ON COLUMN look.subject IS 'What kind of thing the data belong to, e.g. customer';
SELECT append_only('look');
CREATE TRIGGER look_no_truncate BEFORE TRUNCATE ON look FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- People: SEC-1, CUS-3: who owns which customer, as customer-service tells it; a record that went into another one's always leads to one
-- that stands. REC-3: who received them in the owner's place, under the record that stood for them then.
CREATE TABLE known_customer (
    customer    uuid        PRIMARY KEY,
    project     text        NOT NULL,
    owner       text        NOT NULL,
    owned_since timestamptz NOT NULL DEFAULT '-infinity',
    stood_again timestamptz,
    name        text,
    merged_into uuid        REFERENCES known_customer CHECK (merged_into <> customer)
);
COMMENT ON COLUMN known_customer.stood_again IS
    'When a merge was last undone, which another record''s stream tells: what is older does not say whose they are';
COMMENT ON COLUMN known_customer.name IS 'Masked, as customer-service tells it; empty for those told of before it told names';
COMMENT ON COLUMN known_customer.merged_into IS 'The record that stands, at whatever remove: follows from known_merge';
CREATE INDEX known_customer_merged_into ON known_customer (merged_into) WHERE merged_into IS NOT NULL;
SELECT audited('known_customer', 'customer');

-- CUS-3: the merges that are told and not undone.
CREATE TABLE known_merge (
    customer uuid        NOT NULL REFERENCES known_customer,
    merged   uuid        NOT NULL REFERENCES known_customer,
    at       timestamptz NOT NULL,
    PRIMARY KEY (customer, merged)
);
CREATE INDEX known_merge_merged ON known_merge (merged);
SELECT audited('known_merge', 'merged');

CREATE TABLE known_reception (
    customer uuid NOT NULL,
    receiver text NOT NULL,
    PRIMARY KEY (customer, receiver)
);
SELECT audited('known_reception', 'customer');
