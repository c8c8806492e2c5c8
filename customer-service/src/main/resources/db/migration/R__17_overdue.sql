-- TRK-4: how far it has come with each customer who stands. Asked for one project at a time, whose things alone are read then.
CREATE OR REPLACE VIEW tracked_customer AS
SELECT c.id AS customer, c.project, c.owner, c.channel, c.intent_grade, c.registered_at, c.bought_at,
       visited.first_at AS visited_at, followed.last_at AS followed_at, followed.next_on,
       greatest(c.registered_at, visited.last_at, followed.last_at, owned.last_at) AS last_at,
       coalesce(dealt.is_live, false) AS has_deal, coalesce(dealt.has_subscribed, false) AS has_subscribed,
       coalesce(lost.last_at >= greatest(c.registered_at, visited.last_at, followed.last_at), false) AS is_given_up,
       -- TRK-5: who buys or has bought falls into no pool, and who is locked not before that day is over.
       c.bought_at IS NULL AND NOT coalesce(dealt.is_live, false) AS may_be_pooled, held.until_on AS held_until
FROM customer c
LEFT JOIN (
    SELECT v.project, r.customer, min(v.received_at) AS first_at, max(v.received_at) AS last_at
    FROM visit v JOIN standing_record r ON r.record = v.customer GROUP BY v.project, r.customer) visited
    ON visited.project = c.project AND visited.customer = c.id
LEFT JOIN (
    SELECT f.project, r.customer, max(f.done_at) AS last_at, min(f.due_on) FILTER (WHERE f.state = 'PLANNED') AS next_on
    FROM follow_up f JOIN standing_record r ON r.record = f.customer GROUP BY f.project, r.customer) followed
    ON followed.project = c.project AND followed.customer = c.id
LEFT JOIN (
    SELECT o.project, r.customer, max(o.decided_at) AS last_at
    FROM owner_change o JOIN standing_record r ON r.record = o.customer GROUP BY o.project, r.customer) owned
    ON owned.project = c.project AND owned.customer = c.id
LEFT JOIN (
    SELECT d.project, r.customer, bool_or(d.ended_at IS NULL) AS is_live, bool_or(d.subscribed_at IS NOT NULL) AS has_subscribed
    FROM deal_progress d JOIN standing_record r ON r.record = d.customer GROUP BY d.project, r.customer) dealt
    ON dealt.project = c.project AND dealt.customer = c.id
LEFT JOIN (
    SELECT l.project, r.customer, max(l.decided_at) AS last_at
    FROM loss l JOIN standing_record r ON r.record = l.customer WHERE l.state = 'CONFIRMED' GROUP BY l.project, r.customer) lost
    ON lost.project = c.project AND lost.customer = c.id
LEFT JOIN locked_customer held ON held.project = c.project AND held.customer = c.id
WHERE c.merged_into IS NULL;

-- TRK-1, TRK-4, TRK-5: what is to be done next on the way to filing, by whom, and the day from which its days count.
-- Of the pool `grade` is grade and stage, e.g. `B/VISITED`; whoever is locked does not go before `held_until` is over.
CREATE OR REPLACE VIEW customer_step AS
SELECT 'FIRST_FOLLOW_UP' AS kind, '-' AS grade, channel, customer, customer AS thing, project, owner, intent_grade,
       (coalesce(visited_at, registered_at) AT TIME ZONE 'Asia/Shanghai')::date AS since, NULL::date AS planned_on,
       NULL::date AS held_until
FROM tracked_customer WHERE followed_at IS NULL AND bought_at IS NULL AND NOT is_given_up AND owner <> '*'
UNION ALL
SELECT 'NEXT_FOLLOW_UP', '-', channel, customer, customer, project, owner, intent_grade, (followed_at AT TIME ZONE 'Asia/Shanghai')::date, next_on, NULL
FROM tracked_customer
WHERE followed_at IS NOT NULL AND (bought_at IS NULL AND NOT is_given_up OR next_on IS NOT NULL) AND owner <> '*'
UNION ALL
SELECT 'SUBSCRIPTION', '-', channel, customer, customer, project, owner, intent_grade, (visited_at AT TIME ZONE 'Asia/Shanghai')::date, NULL, NULL
FROM tracked_customer
WHERE visited_at IS NOT NULL AND NOT has_subscribed AND bought_at IS NULL AND NOT is_given_up AND owner <> '*'
UNION ALL
SELECT 'CONTRACT', '-', c.channel, c.id, d.deal, c.project, c.owner, c.intent_grade, (d.subscribed_at AT TIME ZONE 'Asia/Shanghai')::date, NULL, NULL
FROM deal_progress d JOIN standing_record r ON r.record = d.customer JOIN customer c ON c.id = r.customer
WHERE d.subscribed_at IS NOT NULL AND d.contracted_at IS NULL AND d.ended_at IS NULL
UNION ALL
SELECT 'MONEY', '-', c.channel, c.id, d.deal, c.project, c.owner, c.intent_grade, (d.contracted_at AT TIME ZONE 'Asia/Shanghai')::date, NULL, NULL
FROM deal_progress d JOIN standing_record r ON r.record = d.customer JOIN customer c ON c.id = r.customer
WHERE d.contracted_at IS NOT NULL AND d.ended_at IS NULL AND d.received < d.total
UNION ALL
SELECT 'POOL',
       coalesce(t.intent_grade, '-') || '/' || CASE WHEN t.is_given_up THEN 'GIVEN_UP' WHEN t.has_subscribed THEN 'DEAL_ENDED'
                                                    WHEN t.visited_at IS NOT NULL THEN 'VISITED' ELSE 'REGISTERED' END,
       t.channel, t.customer, t.customer, t.project, t.owner, t.intent_grade, (t.last_at AT TIME ZONE 'Asia/Shanghai')::date, NULL, t.held_until
FROM tracked_customer t WHERE t.may_be_pooled AND t.owner <> '*'
UNION ALL
SELECT 'VISIT_RECORD', '-', '-', r.customer, v.id, v.project, v.receiver, NULL, (v.received_at AT TIME ZONE 'Asia/Shanghai')::date, (v.received_at AT TIME ZONE 'Asia/Shanghai')::date, NULL
FROM visit v JOIN standing_record r ON r.record = v.customer
WHERE v.receiver <> v.owner AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.visit = v.id);
