-- INV-6: the five certificates of a building. A renewed one is a new row.
CREATE TABLE certificate (
    id          uuid        PRIMARY KEY,
    building    uuid        NOT NULL REFERENCES building,
    certificate text        NOT NULL CHECK (certificate IN ('LAND_USE', 'LAND_PLANNING', 'WORKS_PLANNING', 'CONSTRUCTION', 'PRE_SALE')),
    number      text        NOT NULL CHECK (name_key(number) <> ''),
    valid_from  date        NOT NULL,
    valid_until date        CHECK (valid_until >= valid_from),
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX certificate_of ON certificate (building);
SELECT audited('certificate');
SELECT append_only('certificate');

-- INV-6: a certificate that was revoked, or put on record by mistake, counts no longer from a day on. It stays on record, with the
-- reason; the earliest of its days counts.
CREATE TABLE certificate_revocation (
    certificate uuid        NOT NULL REFERENCES certificate,
    from_day    date        NOT NULL,
    reason      text        NOT NULL CHECK (reason <> ''),
    person      text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (certificate, from_day)
);
COMMENT ON COLUMN certificate_revocation.from_day IS 'The first day on which the certificate does not count';
SELECT audited('certificate_revocation', 'certificate');
SELECT append_only('certificate_revocation');

-- INV-8, INV-14: which units, on which permit, by whom, when. A release may be planned for a moment; it then opens by the clock of the
-- database, by hand before, or never. The permit of one that is not open yet can be corrected, with a reason: the last correction stands
-- here, each one in the audit.
CREATE TABLE release (
    id                   uuid        PRIMARY KEY,
    project              text        NOT NULL REFERENCES project,
    permit               text        NOT NULL CHECK (name_key(permit) <> ''),
    note                 text,
    state                text        NOT NULL CHECK (state IN ('PLANNED', 'BLOCKED', 'OPEN', 'WITHDRAWN')),
    units                int         NOT NULL,
    person               text        NOT NULL,
    at                   timestamptz NOT NULL,
    opens_at             timestamptz NOT NULL,
    opened_at            timestamptz,
    opened_by            text,
    blocked_at           timestamptz,
    obstacles            jsonb,
    withdrawn_at         timestamptz,
    withdrawn_by         text,
    withdrawn_for        text,
    permit_before        text,
    permit_corrected_by  text,
    permit_corrected_at  timestamptz,
    permit_corrected_for text,
    CONSTRAINT release_open CHECK ((state = 'OPEN') = (opened_at IS NOT NULL)),
    CONSTRAINT release_not_before_its_moment CHECK (opened_at IS NULL OR opened_by IS NOT NULL OR opened_at >= opens_at),
    CONSTRAINT release_blocked CHECK (state <> 'BLOCKED' OR blocked_at IS NOT NULL AND obstacles IS NOT NULL),
    CONSTRAINT release_withdrawn
        CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL AND withdrawn_by IS NOT NULL AND withdrawn_for <> '')),
    CONSTRAINT release_permit_corrected
        CHECK (num_nulls(permit_before, permit_corrected_by, permit_corrected_at, nullif(permit_corrected_for, '')) IN (0, 4))
);
COMMENT ON COLUMN release.opens_at IS 'By the clock of the database, as opened_at';
COMMENT ON COLUMN release.opened_by IS 'Who opened it by hand; absent where its moment did';
COMMENT ON COLUMN release.obstacles IS 'INV-6: what was not valid at its moment';
CREATE INDEX release_of_project ON release (project, id);
CREATE INDEX release_due ON release (opens_at) WHERE state = 'PLANNED';
-- For the gauge.
CREATE INDEX release_is_blocked ON release (id) WHERE state = 'BLOCKED';
SELECT audited('release');

-- INV-8: a unit is in one release at most, planned or open; a withdrawn one lets go of it and stays on record.
CREATE TABLE release_unit (
    release   uuid    NOT NULL REFERENCES release,
    unit      uuid    NOT NULL REFERENCES unit,
    withdrawn boolean NOT NULL DEFAULT false,
    PRIMARY KEY (release, unit)
);
CREATE UNIQUE INDEX release_of_unit ON release_unit (unit) WHERE NOT withdrawn;

-- INV-14: units taken off sale by the manager; the reason is for managers only.
CREATE TABLE withholding (
    id       uuid        PRIMARY KEY,
    project  text        NOT NULL,
    unit     uuid        NOT NULL REFERENCES unit,
    reason   text        NOT NULL CHECK (reason <> ''),
    person   text        NOT NULL,
    at       timestamptz NOT NULL,
    ended_by text,
    ended_at timestamptz
);
CREATE INDEX withholding_of_project ON withholding (project, id);
CREATE UNIQUE INDEX withholding_one_live ON withholding (unit) WHERE ended_at IS NULL;
SELECT audited('withholding');
