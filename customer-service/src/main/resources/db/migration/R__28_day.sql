-- What waits for somebody, by kind (TRK-1, CAR-1, CAR-2, TEL-1, TEL-2, REC-1): one branch a kind, each by an index of the project or the person.
-- `person`: whose it is; nobody's: whoever is there. `private`: no superior's. Texts are sealed, each in the column of `place` after which it is called.
CREATE OR REPLACE VIEW day_item AS
SELECT 'PLAN' AS kind, f.id AS thing, c.id AS customer, f.project, c.owner AS person, false AS private, f.due_on, NULL::timestamptz AS at,
       'follow_up' AS place, jsonb_strip_nulls(jsonb_build_object('action', f.action, 'purpose', f.purpose)) AS texts,
       jsonb_strip_nulls(jsonb_build_object('way', f.way, 'by', f.planned_by, 'grade', c.intent_grade)) AS facts
FROM follow_up f JOIN customer r ON r.id = f.customer JOIN customer c ON c.id = coalesce(r.merged_into, r.id)
WHERE f.state = 'PLANNED'
UNION ALL
SELECT 'CARE', t.id, c.id, t.project, c.owner, false, t.due_on, NULL, 'care_task', jsonb_strip_nulls(jsonb_build_object('purpose', t.purpose)),
       jsonb_build_object('way', t.way, 'occasion',
                          CASE WHEN t.birthday IS NOT NULL THEN 'BIRTHDAY' WHEN t.holiday IS NOT NULL THEN 'HOLIDAY' ELSE 'REVISIT' END)
FROM care_task t JOIN customer r ON r.id = t.customer JOIN customer c ON c.id = coalesce(r.merged_into, r.id)
WHERE t.state = 'OPEN'
UNION ALL
SELECT 'MESSAGE', m.id, NULL, m.project, m.recipient, true, (m.left_at AT TIME ZONE 'Asia/Shanghai')::date, m.left_at, 'message',
       jsonb_strip_nulls(jsonb_build_object('caller_name', m.caller_name, 'phone', m.phone, 'body', m.body)), jsonb_build_object('by', m.left_by)
FROM message m WHERE m.read_at IS NULL
UNION ALL
SELECT 'MISSED_CALL', k.id, c.id, k.project, CASE WHEN c.owner <> '*' THEN c.owner END, false, (k.missed_at AT TIME ZONE 'Asia/Shanghai')::date,
       k.missed_at, 'missed_call', '{}'::jsonb, jsonb_build_object('attempts', k.attempts::text)
FROM missed_call k LEFT JOIN customer r ON r.id = k.customer LEFT JOIN customer c ON c.id = coalesce(r.merged_into, r.id)
WHERE k.state = 'OPEN'
UNION ALL
SELECT 'COMPLAINT', k.id, NULL, k.project, k.owner, false, k.due_on, NULL, 'complaint', '{}'::jsonb, jsonb_build_object('kind', k.kind, 'owner', k.owner)
FROM complaint k WHERE k.state = 'OPEN'
UNION ALL
SELECT 'RECEPTION', a.id, a.customer, a.project, a.receiver, true, (a.received_at AT TIME ZONE 'Asia/Shanghai')::date, a.received_at, 'arrival',
       '{}'::jsonb, jsonb_build_object('kind', a.kind, 'persons', a.persons::text)
FROM arrival a WHERE a.receiver IS NOT NULL AND a.ended_at IS NULL
UNION ALL
SELECT 'NEW_CUSTOMER', c.id, c.id, c.project, c.owner, false, (c.registered_at AT TIME ZONE 'Asia/Shanghai')::date, c.registered_at, 'customer',
       '{}'::jsonb, jsonb_build_object('channel', c.channel)
FROM customer c
WHERE c.merged_into IS NULL AND c.owner <> '*' AND c.bought_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.customer = c.id);
