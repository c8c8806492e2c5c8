-- CUS-9: all that happened with a customer, by the record under which it was recorded. Each branch is read by its index of that record; what is
-- only planned stands at its day. Texts are sealed, each in the column of `place` after which it is called.
CREATE OR REPLACE VIEW customer_timeline AS
SELECT id AS record, 'REGISTERED' AS kind, 'REGISTERED' AS what, id AS entry, registered_at AS at, registered_by AS person, 'customer' AS place,
       '{}'::jsonb AS texts, jsonb_strip_nulls(jsonb_build_object('channel', channel, 'source', source, 'broker', broker, 'registration', registration)) AS facts
FROM customer
UNION ALL
SELECT customer, 'CALL', 'CALL', id, ended_at, taken_by, 'phone_call', jsonb_strip_nulls(jsonb_build_object('intent', intent, 'note', note, 'questions', questions)),
       jsonb_build_object('seconds', extract(epoch FROM ended_at - started_at)::int::text)
FROM phone_call WHERE customer IS NOT NULL
UNION ALL
SELECT customer, 'CALL', 'MISSED_CALL', id, missed_at, recorded_by, 'missed_call', jsonb_strip_nulls(jsonb_build_object('note', note, 'result', result)),
       jsonb_build_object('state', state)
FROM missed_call WHERE customer IS NOT NULL
UNION ALL
SELECT customer, 'VISIT', 'VISIT', id, received_at, receiver, 'visit', jsonb_strip_nulls(jsonb_build_object('note', note)),
       jsonb_strip_nulls(jsonb_build_object('owner', owner, 'reason', reason, 'rule', rule, 'broker', broker, 'registration', registration))
FROM visit
UNION ALL
SELECT customer, 'FOLLOW_UP', 'FOLLOW_UP', id, done_at, done_by, 'follow_up',
       jsonb_strip_nulls(jsonb_build_object('said', said, 'response', response, 'satisfied', satisfied, 'dissatisfied', dissatisfied,
                                            'resistance', resistance)),
       jsonb_strip_nulls(jsonb_build_object('way', way, 'grade', intent_grade))
FROM follow_up WHERE state = 'DONE'
UNION ALL
SELECT customer, 'PLAN', 'PLAN', id, due_on::timestamp AT TIME ZONE 'Asia/Shanghai', planned_by, 'follow_up',
       jsonb_strip_nulls(jsonb_build_object('action', action, 'purpose', purpose)),
       jsonb_strip_nulls(jsonb_build_object('way', way, 'dueOn', due_on::text))
FROM follow_up WHERE state = 'PLANNED'
UNION ALL
SELECT customer, 'OWNER', CASE WHEN from_owner = to_owner THEN 'OTHER_POOL' ELSE kind END, id, decided_at, decided_by, 'owner_change',
       jsonb_strip_nulls(jsonb_build_object('reason', reason)),
       jsonb_strip_nulls(jsonb_build_object('from', from_owner, 'to', to_owner,
                                            'pool', (SELECT name FROM customer_pool WHERE customer_pool.id = owner_change.pool)))
FROM owner_change WHERE from_owner <> to_owner OR reason IS NOT NULL
UNION ALL
SELECT customer, 'CORRECTION', field, id, corrected_at, corrected_by, 'customer_correction',
       jsonb_strip_nulls(jsonb_build_object('before_value', before_value, 'after_value', after_value, 'reason', reason)), '{}'::jsonb
FROM customer_correction
UNION ALL
SELECT customer, 'MERGE', 'MERGED', id, merged_at, merged_by, 'customer_merge', jsonb_build_object('reason', reason),
       jsonb_strip_nulls(jsonb_build_object('merged', merged::text,
                                            'undoneBy', (SELECT s.undone_by FROM merge_standing s WHERE s.merge = customer_merge.id)))
FROM customer_merge
UNION ALL
SELECT side.record, 'MERGE', 'UNMERGED', m.id, s.undone_at, s.undone_by, 'merge_standing', jsonb_build_object('reason', s.reason),
       jsonb_build_object('merged', m.merged::text)
FROM customer_merge m JOIN merge_standing s ON s.merge = m.id CROSS JOIN LATERAL (VALUES (m.customer), (m.merged)) side (record)
WHERE s.undone_at IS NOT NULL
UNION ALL
SELECT customer, 'CARE', CASE WHEN birthday IS NOT NULL THEN 'BIRTHDAY' WHEN holiday IS NOT NULL THEN 'HOLIDAY' ELSE 'REVISIT' END, id,
       coalesce(done_at, due_on::timestamp AT TIME ZONE 'Asia/Shanghai'), coalesce(done_by, made_by), 'care_task',
       jsonb_strip_nulls(jsonb_build_object('purpose', purpose, 'what', what)),
       jsonb_strip_nulls(jsonb_build_object('state', state, 'done', done, 'way', way, 'dueOn', due_on::text))
FROM care_task
UNION ALL
SELECT customer, 'COMPLAINT', kind, id, opened_at, opened_by, 'complaint', '{}'::jsonb,
       jsonb_strip_nulls(jsonb_build_object('state', state, 'owner', owner, 'dueOn', due_on::text, 'satisfaction', satisfaction::text))
FROM complaint WHERE customer IS NOT NULL
UNION ALL
SELECT customer, 'LOSS', 'APPLIED', id, applied_at, applied_by, 'loss', jsonb_strip_nulls(jsonb_build_object('reason', reason, 'units', units)),
       jsonb_build_object('objection', objection)
FROM loss
UNION ALL
SELECT customer, 'LOSS', state, id, decided_at, decided_by, 'loss', jsonb_strip_nulls(jsonb_build_object('word', word)),
       jsonb_build_object('objection', objection)
FROM loss WHERE decided_at IS NOT NULL
UNION ALL
SELECT customer, 'REVIEW', 'REVIEW', id, reviewed_at, reviewed_by, 'review', jsonb_build_object('opinion', opinion), '{}'::jsonb
FROM review
UNION ALL
SELECT customer, 'REFERRAL', 'REFERRAL', id, said_at, said_by, 'introduction_change', jsonb_build_object('reason', reason),
       jsonb_build_object('introducer', introducer::text)
FROM introduction_change
UNION ALL
SELECT d.customer, e.kind, e.what, e.id, e.at, NULL, 'timeline_entry', '{}'::jsonb,
       e.facts || jsonb_strip_nulls(jsonb_build_object('deal', e.deal::text, 'home', d.home))
FROM deal_progress d JOIN timeline_entry e ON e.deal = d.deal;
