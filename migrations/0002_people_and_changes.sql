-- The people who decide, their sessions, the log of what they decided, and what was handed out.

CREATE TABLE users (
  id uuid PRIMARY KEY,
  username text COLLATE "C" NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  display_name text COLLATE "C" NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 100),
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  disabled_at timestamptz
);

-- At most one role a village; without a village it holds for all of them (a village's own grant goes first).
CREATE TABLE role_grants (
  user_id uuid NOT NULL REFERENCES users,
  village_id uuid REFERENCES village_slots,
  role text NOT NULL CHECK (role IN ('admin', 'officer', 'head', 'telecom', 'viewer')),
  granted_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (user_id, village_id)
);

-- The token itself is only in the person's cookie: here is its SHA-256.
CREATE TABLE sessions (
  token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  user_id uuid NOT NULL REFERENCES users,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);

-- Append only, by privilege. Persons' names, phones and answers are left out of edit and change (see below).
CREATE TABLE changes (
  village_id uuid NOT NULL REFERENCES village_slots,
  sequence bigint NOT NULL CHECK (sequence >= 1),
  edit_id uuid NOT NULL,
  kind text NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 60),
  edit json NOT NULL,
  change json NOT NULL,
  author_id uuid NOT NULL REFERENCES users,
  at timestamptz NOT NULL,
  PRIMARY KEY (village_id, sequence),
  UNIQUE (village_id, edit_id)
);

-- The same edit and change with the person data, where there is any: may be erased later, as the law asks.
CREATE TABLE change_person_data (
  village_id uuid NOT NULL,
  sequence bigint NOT NULL,
  edit json NOT NULL,
  change json NOT NULL,
  PRIMARY KEY (village_id, sequence),
  FOREIGN KEY (village_id, sequence) REFERENCES changes (village_id, sequence)
);

-- Every list that left the house: to whom, what for, what it held.
CREATE TABLE exports (
  village_id uuid NOT NULL REFERENCES village_slots,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  author_id uuid NOT NULL REFERENCES users,
  format text NOT NULL CHECK (format IN ('xlsx', 'csv', 'geojson')),
  variant text NOT NULL CHECK (variant IN ('public', 'full')),
  states text NOT NULL CHECK (states IN ('issued', 'all')),
  purpose text COLLATE "C" CHECK (char_length(purpose) BETWEEN 1 AND 300),
  recipient text COLLATE "C" CHECK (char_length(recipient) BETWEEN 1 AND 300),
  fields json NOT NULL CHECK (json_typeof(fields) = 'array'),
  row_count integer NOT NULL CHECK (row_count >= 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (village_id, id),
  CONSTRAINT exports_full_has_purpose CHECK (variant = 'public' OR (purpose IS NOT NULL AND recipient IS NOT NULL))
);
CREATE INDEX exports_latest ON exports (village_id, at);

GRANT SELECT, INSERT, UPDATE ON users TO sonha_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON role_grants, sessions TO sonha_app;
GRANT SELECT, INSERT ON changes, exports TO sonha_app;
GRANT SELECT, INSERT, DELETE ON change_person_data TO sonha_app;
