-- INV-5: who had a unit last, and until when. Only a hold that ends is written here, none that begins.
CREATE INDEX hold_ended ON hold (unit, ended_at) WHERE ended_at IS NOT NULL;
