-- A sign's own size, since when it is as it is, by when something is due, its picture, and the landmark it points to.
ALTER TABLE signs ADD COLUMN width_millimeters integer CHECK (width_millimeters BETWEEN 50 AND 5000);
ALTER TABLE signs ADD COLUMN height_millimeters integer CHECK (height_millimeters BETWEEN 50 AND 5000);
ALTER TABLE signs ADD CONSTRAINT signs_size_whole CHECK ((width_millimeters IS NULL) = (height_millimeters IS NULL));
ALTER TABLE signs ADD COLUMN state_day date;
ALTER TABLE signs ADD COLUMN state_note text COLLATE "C"
  CONSTRAINT signs_state_note_length CHECK (char_length(state_note) BETWEEN 1 AND 300);
ALTER TABLE signs ADD COLUMN due_day date;
ALTER TABLE signs ADD COLUMN photo_id uuid;
ALTER TABLE signs ADD COLUMN landmark_id uuid;
ALTER TABLE signs ADD CONSTRAINT signs_landmark_reference
  FOREIGN KEY (village_id, landmark_id) REFERENCES landmarks (village_id, id);
CREATE INDEX signs_landmark ON signs (village_id, landmark_id);
ALTER TABLE signs DROP CONSTRAINT signs_state_check;
ALTER TABLE signs ADD CONSTRAINT signs_state_check
  CHECK (state IN ('planned', 'ordered', 'installed', 'damaged', 'missing', 'removed'));

-- The rules, prices and budget of a village's signs.
ALTER TABLE villages ADD COLUMN sign_settings json NOT NULL DEFAULT
  '{"profile":"vn","repeatMeters":null,"prices":{"road-name":null,"lane-mouth":null,"direction":null,"village-entrance":null,"house-plate":null,"post":null},"budgetVnd":null}';
ALTER TABLE villages ALTER COLUMN sign_settings DROP DEFAULT;
