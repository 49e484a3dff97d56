-- Pictures of signs, made anew from what was sent: without place or device in them. The pictures themselves never change.
CREATE TABLE photos (
  village_id uuid NOT NULL REFERENCES village_slots,
  id uuid NOT NULL,
  bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 8000000),
  width integer NOT NULL CHECK (width BETWEEN 1 AND 1600),
  height integer NOT NULL CHECK (height BETWEEN 1 AND 1600),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz NOT NULL,
  author_id uuid NOT NULL REFERENCES users,
  -- A sign shows it or has shown it: the edit that took it away can be undone, so it stays.
  was_shown boolean NOT NULL DEFAULT false,
  PRIMARY KEY (village_id, id)
);
-- JPEG does not get smaller by being compressed again.
ALTER TABLE photos ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX photos_unused ON photos (created_at) WHERE NOT was_shown;

ALTER TABLE signs ADD CONSTRAINT signs_photo_reference
  FOREIGN KEY (village_id, photo_id) REFERENCES photos (village_id, id);
CREATE INDEX signs_photo ON signs (village_id, photo_id) WHERE photo_id IS NOT NULL;

GRANT SELECT, INSERT, DELETE ON photos TO sonha_app;
GRANT UPDATE (was_shown) ON photos TO sonha_app;
