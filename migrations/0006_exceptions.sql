-- What a person accepts although a check doubts it: which fault of which records, why, who and when. The records are
-- not referred to: they may be deleted, and the exception then holds for nothing. Its author is in the log too, which
-- holds the reference.
CREATE TABLE exceptions (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  check_id text COLLATE "C" NOT NULL CHECK (check_id ~ '^[a-z][a-z0-9-]{1,59}$'),
  record_ids json NOT NULL
    CHECK (json_typeof(record_ids) = 'array' AND json_array_length(record_ids) BETWEEN 1 AND 1000),
  facts text COLLATE "C" NOT NULL CHECK (facts ~ '^[0-9a-f]{16}$'),
  reason text COLLATE "C" NOT NULL CONSTRAINT exceptions_reason_length CHECK (char_length(reason) BETWEEN 1 AND 300),
  author_id uuid NOT NULL,
  accepted_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON exceptions TO sonha_app;
