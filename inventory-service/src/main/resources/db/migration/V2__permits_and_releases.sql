-- INV-6: the five certificates of a building. A renewed one is a new row.
CREATE TABLE certificate (
    id          uuid        PRIMARY KEY,
    building    uuid        NOT NULL REFERENCES building,
    certificate text        NOT NULL CHECK (certificate IN ('LAND_USE', 'LAND_PLANNING', 'WORKS_PLANNING', 'CONSTRUCTION', 'PRE_SALE')),
    number      text        NOT NULL CHECK (number <> ''),
    valid_from  date        NOT NULL,
    valid_until date        CHECK (valid_until >= valid_from),
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX certificate_of ON certificate (building);
SELECT audited('certificate');
SELECT append_only('certificate');

CREATE FUNCTION certificates_complete(of_building uuid, on_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT count(DISTINCT certificate) = 5 FROM certificate
    WHERE building = of_building AND valid_from <= on_day AND (valid_until IS NULL OR valid_until >= on_day)
$$;

-- INV-8, INV-14: which units, on which permit, by whom, when.
CREATE TABLE release (
    id        uuid        PRIMARY KEY,
    project   text        NOT NULL REFERENCES project,
    permit    text        NOT NULL CHECK (permit <> ''),
    note      text,
    opens_at  timestamptz NOT NULL,
    opened_at timestamptz,
    person    text        NOT NULL,
    at        timestamptz NOT NULL
);
CREATE TABLE release_unit (
    release uuid NOT NULL REFERENCES release,
    unit    uuid NOT NULL REFERENCES unit,
    PRIMARY KEY (release, unit)
);
CREATE INDEX release_of_unit ON release_unit (unit);
SELECT audited('release');
SELECT append_only('release_unit');

-- INV-14: units taken off sale by the manager; the reason is for managers only.
CREATE TABLE withholding (
    id       uuid        PRIMARY KEY,
    unit     uuid        NOT NULL REFERENCES unit,
    reason   text        NOT NULL CHECK (reason <> ''),
    person   text        NOT NULL,
    at       timestamptz NOT NULL,
    ended_by text,
    ended_at timestamptz
);
CREATE UNIQUE INDEX withholding_one_live ON withholding (unit) WHERE ended_at IS NULL;
SELECT audited('withholding');
