-- RPT-2: messages go to people of the office too. No consent is asked for, and the carrier finds them by their user name.
ALTER TABLE sent_message ALTER COLUMN customer DROP NOT NULL;
ALTER TABLE sent_message ADD COLUMN person text CHECK (person <> '');
ALTER TABLE sent_message ADD CONSTRAINT sent_message_to_one CHECK (num_nonnulls(customer, person) = 1);
ALTER TABLE sent_message DROP CONSTRAINT sent_message_kind_check;
ALTER TABLE sent_message ADD CHECK (kind IN ('CARE', 'SURVEY', 'INVITATION', 'NEWS', 'SHEET'));
CREATE UNIQUE INDEX sent_message_to_person_once ON sent_message (occasion, person) WHERE person IS NOT NULL;
