-- The engine's definition of a chain, made when it is first used. The engine's own tables are in a schema of theirs, see EngineTables.
CREATE TABLE chain_deployment (
    chain              uuid        PRIMARY KEY REFERENCES approval_chain,
    process_definition text        NOT NULL UNIQUE,
    deployed_at        timestamptz NOT NULL DEFAULT clock_timestamp()
);
