-- CUS-4: how much of a customer's dossier says something, as customer-service counts it; nothing of what it says.
CREATE TABLE seen_dossier (
    generation int    NOT NULL,
    customer   uuid   NOT NULL,
    project    text   NOT NULL,
    filled     int    NOT NULL,
    asked      int    NOT NULL,
    seq        bigint NOT NULL,
    PRIMARY KEY (generation, customer)
);
CREATE INDEX seen_dossier_project ON seen_dossier (generation, project);
