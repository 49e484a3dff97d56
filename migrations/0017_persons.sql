-- Persons (RULES §6): who read what of them, what they have asked for and by when it is due, and until when it is kept.

-- Names and telephones are sent with the village, and read where a mask is lifted or all that is held is shown.
ALTER TABLE private_reads DROP CONSTRAINT private_reads_contents_check;
ALTER TABLE private_reads ADD CONSTRAINT private_reads_contents_check
  CHECK (contents IN ('household-cameras', 'households', 'households-shown', 'household-sheet'));
-- As it was then; not known of lines from before.
ALTER TABLE private_reads ADD COLUMN role text CHECK (role IN ('admin', 'officer', 'head', 'telecom', 'viewer'));
-- Which households; null: all of the village, or none are meant. They may be gone since.
ALTER TABLE private_reads ADD COLUMN household_ids json CHECK (json_typeof(household_ids) = 'array');

-- What a person has asked for. No name is in it: the household may be erased, and the request stays.
CREATE TABLE person_requests (
  village_id uuid NOT NULL REFERENCES village_slots,
  id uuid NOT NULL,
  household_id uuid NOT NULL,
  -- Its place in the list then.
  ordinal integer NOT NULL CHECK (ordinal BETWEEN 1 AND 99999),
  asked text NOT NULL CHECK (asked IN ('show', 'correct', 'erase')),
  asked_on date NOT NULL,
  due_on date NOT NULL,
  at timestamptz NOT NULL,
  author_id uuid NOT NULL REFERENCES users,
  -- Once it is answered.
  answered_on date,
  outcome text CHECK (outcome IN ('done', 'refused')),
  reason text COLLATE "C" CHECK (char_length(reason) BETWEEN 1 AND 300),
  answered_by uuid REFERENCES users,
  PRIMARY KEY (village_id, id),
  CONSTRAINT person_requests_due_after CHECK (due_on > asked_on),
  CONSTRAINT person_requests_answered_after CHECK (answered_on >= asked_on),
  CONSTRAINT person_requests_answered_whole
    CHECK ((answered_on IS NULL) = (outcome IS NULL) AND (outcome IS NULL) = (answered_by IS NULL)),
  CONSTRAINT person_requests_refused_with_reason CHECK ((outcome = 'refused') = (reason IS NOT NULL) OR outcome IS NULL)
);
CREATE INDEX person_requests_due ON person_requests (village_id, due_on);

-- What was collected of persons, what for, and until when it may be kept.
CREATE TABLE person_collections (
  village_id uuid NOT NULL REFERENCES village_slots,
  id uuid NOT NULL,
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  purpose text COLLATE "C" NOT NULL CHECK (char_length(purpose) BETWEEN 1 AND 300),
  collected_on date NOT NULL,
  retention_months integer NOT NULL CHECK (retention_months BETWEEN 1 AND 240),
  ends_on date NOT NULL,
  fields json NOT NULL CHECK (json_typeof(fields) = 'array' AND json_array_length(fields) >= 1),
  household_ids json NOT NULL CHECK (json_typeof(household_ids) = 'array' AND json_array_length(household_ids) >= 1),
  at timestamptz NOT NULL,
  author_id uuid NOT NULL REFERENCES users,
  -- Once it has been erased.
  erased_on date,
  erased_by uuid REFERENCES users,
  PRIMARY KEY (village_id, id),
  CONSTRAINT person_collections_ends_after CHECK (ends_on > collected_on),
  CONSTRAINT person_collections_erased_whole CHECK ((erased_on IS NULL) = (erased_by IS NULL))
);

GRANT SELECT, INSERT ON person_requests, person_collections TO sonha_app;
-- Answered and erased once, the rest stands as it was written.
GRANT UPDATE (answered_on, outcome, reason, answered_by) ON person_requests TO sonha_app;
GRANT UPDATE (erased_on, erased_by) ON person_collections TO sonha_app;
