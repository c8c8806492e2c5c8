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

-- A certificate with the last day on which it counts, where it has one.
CREATE VIEW certificate_listing AS
SELECT c.id, c.building, c.certificate, c.number, c.valid_from, c.valid_until, c.recorded_by, c.recorded_at,
       r.from_day AS revoked_from, r.reason AS revoked_for, r.person AS revoked_by, r.at AS revoked_at,
       least(c.valid_until, r.from_day - 1) AS last_day
FROM certificate c
LEFT JOIN LATERAL (SELECT * FROM certificate_revocation r WHERE r.certificate = c.id ORDER BY r.from_day LIMIT 1) r ON true;

CREATE OR REPLACE FUNCTION certificates_complete(of_building uuid, on_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT count(DISTINCT certificate) = 5 FROM certificate_listing
    WHERE building = of_building AND valid_from <= on_day AND (last_day IS NULL OR last_day >= on_day)
$$;
