CREATE TABLE note (id uuid PRIMARY KEY, project text NOT NULL, text text NOT NULL, amount numeric(14, 2) NOT NULL);
SELECT audited('note');
CREATE TABLE echo (customer uuid NOT NULL, number text NOT NULL, heard bigint GENERATED ALWAYS AS IDENTITY);
