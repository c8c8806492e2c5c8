-- CAR-2: complaints and suggestions (投诉和建议). What was said stands sealed; none is ever removed, and what was done stands in its steps.
CREATE TABLE complaint (
    id            uuid        PRIMARY KEY,
    project       text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('COMPLAINT', 'SUGGESTION')),
    way           text        NOT NULL CHECK (way IN ('PHONE', 'WRITING', 'IN_PERSON')),
    customer      uuid        REFERENCES customer,
    person_name   text,
    phone         text,
    body          text        NOT NULL,
    owner         text        NOT NULL,
    due_on        date        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'CLOSED')),
    opened_by     text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    answer        text,
    answered_by   text,
    answered_at   timestamptz,
    satisfaction  int         CHECK (satisfaction BETWEEN 1 AND 5),
    version       bigint      NOT NULL DEFAULT 0,
    CHECK (customer IS NOT NULL OR person_name IS NOT NULL),
    CHECK ((state = 'OPEN') OR (answer IS NOT NULL AND answered_by IS NOT NULL AND answered_at IS NOT NULL)),
    CHECK ((state = 'CLOSED') = (satisfaction IS NOT NULL))
);
CREATE INDEX complaint_project ON complaint (project, id);
CREATE INDEX complaint_owner ON complaint (project, owner, id);
CREATE INDEX complaint_open ON complaint (project, due_on) WHERE state = 'OPEN';
CREATE INDEX complaint_customer ON complaint (customer, id) WHERE customer IS NOT NULL;
SELECT audited('complaint');
CREATE TRIGGER complaint_stays BEFORE DELETE ON complaint FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER complaint_all_stay BEFORE TRUNCATE ON complaint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE complaint_step (
    id           uuid        PRIMARY KEY,
    complaint    uuid        NOT NULL REFERENCES complaint,
    kind         text        NOT NULL CHECK (kind IN ('OPENED', 'HANDED_OVER', 'ANSWERED', 'RATED')),
    person       text        NOT NULL,
    at           timestamptz NOT NULL,
    said         text,
    to_owner     text,
    due_on       date,
    satisfaction int,
    CHECK ((kind = 'HANDED_OVER') = (to_owner IS NOT NULL)),
    CHECK ((kind = 'RATED') = (satisfaction IS NOT NULL))
);
CREATE INDEX complaint_step_complaint ON complaint_step (complaint, id);
SELECT append_only('complaint_step');
