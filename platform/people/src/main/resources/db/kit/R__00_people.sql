-- CUS-3: the record that stands for a customer: their own, or the one it went into.
CREATE OR REPLACE FUNCTION standing_customer(its_customer uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT merged_into FROM known_customer WHERE customer = its_customer), its_customer)
$$;

-- CUS-6: a customer's name, masked; none while nobody has told it.
CREATE OR REPLACE FUNCTION customer_name(its_customer uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT name FROM known_customer WHERE customer = standing_customer(its_customer)
$$;

-- COM-7: whether the person is known to have to do with customers of the project: owns one, or has received one.
CREATE OR REPLACE FUNCTION has_customers(its_project text, its_person text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM known_customer WHERE project = its_project AND owner = its_person)
        OR EXISTS (SELECT 1 FROM known_reception r JOIN known_customer k USING (customer)
                   WHERE k.project = its_project AND r.receiver = its_person)
$$;

-- SEC-1: whether the customer is known to be another consultant's, or another project's. Nothing is said against one of whom
-- customer-service has not told yet, so that a hold never waits for an event.
CREATE OR REPLACE FUNCTION customer_is_anothers(its_project text, its_consultant text, its_customer uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM known_customer asked JOIN known_customer k ON k.customer = coalesce(asked.merged_into, asked.customer)
        WHERE asked.customer = its_customer
          AND (k.project <> its_project OR k.owner <> its_consultant
               AND NOT EXISTS (SELECT 1 FROM known_customer m JOIN known_reception r ON r.customer = m.customer AND r.receiver = its_consultant
                               WHERE m.customer = k.customer OR m.merged_into = k.customer)))
$$;
