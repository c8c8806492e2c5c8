CREATE TABLE note (id uuid PRIMARY KEY, project text NOT NULL, text text NOT NULL, amount numeric(14, 2) NOT NULL);
SELECT audited('note');
SELECT as_of('note', 'project');
CREATE TABLE echo (customer uuid NOT NULL, number text NOT NULL, heard bigint GENERATED ALWAYS AS IDENTITY);
CREATE TABLE remark (customer uuid PRIMARY KEY, text text NOT NULL);
SELECT audited('remark', 'customer');
CREATE TABLE chore (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, due_at timestamptz NOT NULL, done_at timestamptz);
CREATE TABLE line (id int PRIMARY KEY, text text, at timestamptz);
SELECT audited('chore');

CREATE TABLE till (amount int NOT NULL);

CREATE TABLE listed (id uuid PRIMARY KEY, project text NOT NULL, subject text NOT NULL, by text NOT NULL);
CREATE INDEX listed_project ON listed (project, id);
