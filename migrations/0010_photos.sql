-- Pictures of signs, made anew from what was sent: without place or device in them. Inserted and deleted, never changed.
CREATE TABLE photos (
  village_id uuid NOT NULL REFERENCES village_slots,
  id uuid NOT NULL,
  -- The sign it was taken of; that may be deleted, and come back.
  sign_id uuid NOT NULL,
  bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 8000000),
  width integer NOT NULL CHECK (width BETWEEN 1 AND 1600),
  height integer NOT NULL CHECK (height BETWEEN 1 AND 1600),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  taken_on date,
  created_at timestamptz NOT NULL,
  author_id uuid NOT NULL REFERENCES users,
  PRIMARY KEY (village_id, id)
);
-- JPEG does not get smaller by being compressed again.
ALTER TABLE photos ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX photos_created ON photos (created_at);

ALTER TABLE signs ADD CONSTRAINT signs_photo_reference
  FOREIGN KEY (village_id, photo_id) REFERENCES photos (village_id, id);
CREATE INDEX signs_photo ON signs (village_id, photo_id) WHERE photo_id IS NOT NULL;

GRANT SELECT, INSERT, DELETE ON photos TO sonha_app;
