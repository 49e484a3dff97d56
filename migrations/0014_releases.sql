-- Releases: what was handed to the telecom, kept as it was then, for ever. No names, phones or cameras of households are
-- in it (RULES §6), so that nobody's right to be erased stands against it.

-- Of one village, or of several of one commune (NSO code); numbered within either.
CREATE TABLE releases (
  id uuid PRIMARY KEY,
  village_id uuid REFERENCES village_slots,
  commune_code text COLLATE "C" CHECK (commune_code ~ '^[0-9]{2,5}$'),
  -- As the village or the commune was called then.
  place_name text COLLATE "C" NOT NULL CHECK (char_length(place_name) BETWEEN 1 AND 100),
  number integer NOT NULL CHECK (number >= 1),
  at timestamptz NOT NULL,
  author_id uuid NOT NULL REFERENCES users,
  purpose text COLLATE "C" NOT NULL CHECK (char_length(purpose) BETWEEN 1 AND 300),
  recipient text COLLATE "C" NOT NULL CHECK (char_length(recipient) BETWEEN 1 AND 300),
  -- Its columns, as they were then.
  profile json NOT NULL CHECK (json_typeof(profile) = 'object'),
  row_count integer NOT NULL CHECK (row_count >= 1),
  -- Of its whole list as CSV.
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  UNIQUE (village_id, number),
  UNIQUE (commune_code, number),
  CONSTRAINT releases_of_village_or_commune CHECK ((village_id IS NULL) <> (commune_code IS NULL))
);

-- Written before its release, whose sum is known last.
CREATE TABLE release_villages (
  village_id uuid NOT NULL REFERENCES village_slots,
  release_id uuid NOT NULL REFERENCES releases DEFERRABLE INITIALLY DEFERRED,
  -- Among the releases that hold the village: the one before is what it is compared with.
  sequence integer NOT NULL CHECK (sequence >= 1),
  -- Of the village in its release.
  place integer NOT NULL CHECK (place >= 1),
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  row_count integer NOT NULL CHECK (row_count >= 0),
  -- Since the release before, in the columns of this one.
  new_count integer NOT NULL CHECK (new_count >= 0),
  changed_count integer NOT NULL CHECK (changed_count >= 0),
  retired_count integer NOT NULL CHECK (retired_count >= 0),
  PRIMARY KEY (village_id, release_id),
  UNIQUE (village_id, sequence)
);
CREATE INDEX release_villages_release ON release_villages (release_id);

CREATE TABLE release_rows (
  village_id uuid NOT NULL,
  release_id uuid NOT NULL,
  -- In the order of the list, from 1 in each village.
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  address_id uuid NOT NULL,
  house_id uuid NOT NULL,
  -- By key, all that is public, whatever the columns of the release.
  cells json NOT NULL CHECK (json_typeof(cells) = 'object'),
  place geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (village_id, release_id, ordinal),
  UNIQUE (village_id, release_id, address_id),
  FOREIGN KEY (village_id, release_id) REFERENCES release_villages (village_id, release_id)
);

-- A commune's own columns (a village's where its commune is not known). What was made with them keeps its own copy.
CREATE TABLE release_profiles (
  id uuid PRIMARY KEY,
  village_id uuid REFERENCES village_slots,
  commune_code text COLLATE "C" CHECK (commune_code ~ '^[0-9]{2,5}$'),
  name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
  columns json NOT NULL CHECK (json_typeof(columns) = 'array'),
  author_id uuid NOT NULL REFERENCES users,
  changed_at timestamptz NOT NULL,
  CONSTRAINT release_profiles_of_village_or_commune CHECK ((village_id IS NULL) <> (commune_code IS NULL))
);

GRANT SELECT, INSERT ON releases, release_villages, release_rows TO sonha_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON release_profiles TO sonha_app;

-- Each file of a release that leaves has its line in the log, one a village. Files are written as they leave: the sum is
-- known beforehand where it is that of the release itself.
ALTER TABLE exports ADD COLUMN release_id uuid REFERENCES releases;
ALTER TABLE exports ADD COLUMN release_part text CHECK (release_part IN ('whole', 'changes'));
ALTER TABLE exports DROP CONSTRAINT exports_contents_check;
ALTER TABLE exports ADD CONSTRAINT exports_contents_check
  CHECK (contents IN ('addresses', 'renumbering', 'house-plates', 'criterion-3', 'coverage', 'coverage-map', 'release'));
ALTER TABLE exports ADD CONSTRAINT exports_of_release
  CHECK ((contents = 'release') = (release_id IS NOT NULL) AND (release_id IS NULL) = (release_part IS NULL));
ALTER TABLE exports DROP CONSTRAINT exports_format_check;
ALTER TABLE exports ADD CONSTRAINT exports_format_check CHECK (format IN ('xlsx', 'csv', 'geojson', 'pdf', 'kml', 'kmz',
  'gpx', 'shapefile', 'geopackage', 'osm-xml', 'osm-pbf'));
ALTER TABLE exports ALTER COLUMN sha256 DROP NOT NULL;
ALTER TABLE exports ADD CONSTRAINT exports_sum_known CHECK (sha256 IS NOT NULL OR contents = 'release');
