-- What a map platform said of the address of a house, as it came back after a release: the latest word of each platform.
CREATE TABLE platform_answers (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  house_id uuid NOT NULL,
  system text NOT NULL CHECK (system IN ('vnpt', 'national')),
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
  reason text COLLATE "C" CONSTRAINT platform_answers_reason_length CHECK (char_length(reason) BETWEEN 1 AND 300),
  answered_on date NOT NULL,
  release_number integer CHECK (release_number BETWEEN 1 AND 99999),
  -- As they were answered: the house may have others since, and then nothing is said of those.
  plus_code text COLLATE "C" NOT NULL
    CHECK (plus_code ~ '^[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{3,4}$'),
  address text COLLATE "C" NOT NULL CONSTRAINT platform_answers_address_length CHECK (char_length(address) BETWEEN 1 AND 300),
  PRIMARY KEY (village_id, id),
  CONSTRAINT platform_answers_house_reference FOREIGN KEY (village_id, house_id) REFERENCES houses (village_id, id)
);
CREATE UNIQUE INDEX platform_answers_one_a_house ON platform_answers (village_id, house_id, system);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform_answers TO sonha_app;
