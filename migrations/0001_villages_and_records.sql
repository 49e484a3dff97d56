-- The records of every village. Each table: primary key (village_id, id), every reference and unique key starts with
-- village_id (ready to be distributed by it), no triggers, texts compared as bytes. Coordinates are WGS 84.
-- References are checked statement by statement: a Change is saved in an order that never breaks one.

-- One row a village, made before its record: its lock (edits of a village run one after another) and its last sequence.
CREATE TABLE village_slots (
  village_id uuid PRIMARY KEY,
  sequence bigint NOT NULL DEFAULT 0 CHECK (sequence >= 0)
);

CREATE TABLE villages (
  village_id uuid NOT NULL UNIQUE REFERENCES village_slots,
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  name text COLLATE "C" NOT NULL CONSTRAINT villages_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
  boundary geometry(Polygon, 4326) NOT NULL
    CONSTRAINT villages_boundary_valid CHECK (ST_IsValid(boundary) AND ST_Area(boundary) > 0)
    CONSTRAINT villages_boundary_range CHECK (
      ST_XMin(boundary) >= -180 AND ST_XMax(boundary) <= 180 AND ST_YMin(boundary) >= -85 AND ST_YMax(boundary) <= 85),
  is_sample boolean NOT NULL,
  current_units json NOT NULL CHECK (json_typeof(current_units) = 'array' AND json_array_length(current_units) <= 5),
  former_units json NOT NULL CHECK (json_typeof(former_units) = 'array' AND json_array_length(former_units) <= 20),
  numbering_profile json NOT NULL CHECK (json_typeof(numbering_profile) = 'object'),
  targets json NOT NULL CHECK (json_typeof(targets) = 'object'),
  PRIMARY KEY (village_id, id),
  CONSTRAINT villages_id_is_village_id CHECK (id = village_id)
);

CREATE TABLE decisions (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  number text COLLATE "C" NOT NULL CONSTRAINT decisions_number_length CHECK (char_length(number) BETWEEN 1 AND 60),
  date date NOT NULL,
  signatory text COLLATE "C" NOT NULL
    CONSTRAINT decisions_signatory_length CHECK (char_length(signatory) BETWEEN 1 AND 100),
  scope text COLLATE "C" NOT NULL CONSTRAINT decisions_scope_length CHECK (char_length(scope) BETWEEN 1 AND 300),
  PRIMARY KEY (village_id, id)
);

CREATE TABLE roads (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  class text NOT NULL CHECK (class IN ('road', 'lane', 'alley', 'branch', 'access')),
  name text COLLATE "C" CONSTRAINT roads_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
  number_name text COLLATE "C" CHECK (number_name ~ '^[1-9][0-9]{0,3}([A-ZĐ]|-[1-9][0-9]?)?$'),
  parent_road_id uuid,
  line geometry(LineString, 4326) NOT NULL
    CONSTRAINT roads_line_valid CHECK (ST_IsValid(line) AND ST_NPoints(line) BETWEEN 2 AND 5000)
    CONSTRAINT roads_line_range CHECK (
      ST_XMin(line) >= -180 AND ST_XMax(line) <= 180 AND ST_YMin(line) >= -85 AND ST_YMax(line) <= 85),
  direction_reason text COLLATE "C"
    CONSTRAINT roads_direction_reason_length CHECK (char_length(direction_reason) BETWEEN 1 AND 200),
  width_meters double precision NOT NULL CHECK (width_meters BETWEEN 0.5 AND 100),
  state text NOT NULL CHECK (state IN ('existing', 'planned', 'closed')),
  decision_id uuid,
  PRIMARY KEY (village_id, id),
  CONSTRAINT roads_parent_not_itself CHECK (parent_road_id <> id),
  CONSTRAINT roads_parent_reference FOREIGN KEY (village_id, parent_road_id) REFERENCES roads (village_id, id),
  CONSTRAINT roads_decision_reference FOREIGN KEY (village_id, decision_id) REFERENCES decisions (village_id, id)
);
CREATE INDEX roads_parent ON roads (village_id, parent_road_id);
CREATE INDEX roads_line ON roads USING gist (line);

CREATE TABLE houses (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  name text COLLATE "C" CONSTRAINT houses_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
  entrance geometry(Point, 4326) NOT NULL
    CONSTRAINT houses_entrance_range CHECK (
      ST_X(entrance) BETWEEN -180 AND 180 AND ST_Y(entrance) BETWEEN -85 AND 85),
  footprint geometry(Polygon, 4326)
    CONSTRAINT houses_footprint_valid CHECK (ST_IsValid(footprint) AND ST_Area(footprint) > 0)
    CONSTRAINT houses_footprint_range CHECK (
      ST_XMin(footprint) >= -180 AND ST_XMax(footprint) <= 180
      AND ST_YMin(footprint) >= -85 AND ST_YMax(footprint) <= 85),
  use text NOT NULL CHECK (use IN ('residential', 'public', 'business', 'worship', 'school', 'other')),
  state text NOT NULL CHECK (state IN ('standing', 'building', 'vacant', 'demolished')),
  parcel_sheet text COLLATE "C"
    CONSTRAINT houses_parcel_sheet_length CHECK (char_length(parcel_sheet) BETWEEN 1 AND 20),
  parcel_plot text COLLATE "C" CONSTRAINT houses_parcel_plot_length CHECK (char_length(parcel_plot) BETWEEN 1 AND 20),
  chosen_road_id uuid,
  PRIMARY KEY (village_id, id),
  CONSTRAINT houses_parcel_whole CHECK ((parcel_sheet IS NULL) = (parcel_plot IS NULL)),
  CONSTRAINT houses_road_reference FOREIGN KEY (village_id, chosen_road_id) REFERENCES roads (village_id, id)
);
CREATE INDEX houses_chosen_road ON houses (village_id, chosen_road_id);
CREATE INDEX houses_entrance ON houses USING gist (entrance);

-- Person data: its own table, its own permission.
CREATE TABLE households (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  house_id uuid,
  ordinal integer NOT NULL CHECK (ordinal BETWEEN 1 AND 99999),
  head_name text COLLATE "C" CONSTRAINT households_head_name_length CHECK (char_length(head_name) BETWEEN 1 AND 100),
  phone text COLLATE "C" CHECK (phone ~ '^0[0-9]{9,10}$'),
  survey_answers json NOT NULL CHECK (json_typeof(survey_answers) = 'object'),
  PRIMARY KEY (village_id, id),
  CONSTRAINT households_house_reference FOREIGN KEY (village_id, house_id) REFERENCES houses (village_id, id)
);
CREATE INDEX households_house ON households (village_id, house_id);

CREATE TABLE addresses (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  house_id uuid NOT NULL,
  road_id uuid NOT NULL,
  measure_meters double precision NOT NULL CHECK (measure_meters BETWEEN 0 AND 1000000),
  side text NOT NULL CHECK (side IN ('left', 'right')),
  number text COLLATE "C" NOT NULL CHECK (number ~ '^[1-9][0-9]{0,3}([A-ZĐ]|-[1-9][0-9]?)?$'),
  entrance geometry(Point, 4326) NOT NULL
    CONSTRAINT addresses_entrance_range CHECK (
      ST_X(entrance) BETWEEN -180 AND 180 AND ST_Y(entrance) BETWEEN -85 AND 85),
  plus_code text COLLATE "C" NOT NULL
    CHECK (plus_code ~ '^[23456789CFGHJMPQRVWX]{8}[+][23456789CFGHJMPQRVWX]{3,4}$'),
  state text NOT NULL CHECK (state IN ('draft', 'issued', 'retired')),
  decision_id uuid,
  issued_on date,
  retired_decision_id uuid,
  retired_on date,
  PRIMARY KEY (village_id, id),
  CONSTRAINT addresses_issued_under_decision CHECK (
    CASE state WHEN 'draft' THEN decision_id IS NULL AND issued_on IS NULL
               ELSE decision_id IS NOT NULL AND issued_on IS NOT NULL END),
  CONSTRAINT addresses_retired_under_decision CHECK (
    CASE state WHEN 'retired' THEN retired_decision_id IS NOT NULL AND retired_on IS NOT NULL
               ELSE retired_decision_id IS NULL AND retired_on IS NULL END),
  CONSTRAINT addresses_house_reference FOREIGN KEY (village_id, house_id) REFERENCES houses (village_id, id),
  CONSTRAINT addresses_road_reference FOREIGN KEY (village_id, road_id) REFERENCES roads (village_id, id),
  CONSTRAINT addresses_decision_reference FOREIGN KEY (village_id, decision_id) REFERENCES decisions (village_id, id),
  CONSTRAINT addresses_retired_decision_reference
    FOREIGN KEY (village_id, retired_decision_id) REFERENCES decisions (village_id, id)
);
CREATE UNIQUE INDEX addresses_one_issued_a_house ON addresses (village_id, house_id) WHERE state = 'issued';
CREATE UNIQUE INDEX addresses_issued_number ON addresses (village_id, road_id, number) WHERE state = 'issued';
CREATE UNIQUE INDEX addresses_plus_code ON addresses (village_id, plus_code) WHERE state <> 'retired';
CREATE INDEX addresses_house ON addresses (village_id, house_id);
CREATE INDEX addresses_road ON addresses (village_id, road_id);
CREATE INDEX addresses_decision ON addresses (village_id, decision_id);
CREATE INDEX addresses_retired_decision ON addresses (village_id, retired_decision_id);
-- Two villages may not issue one code at their border: looked up here when a code is issued.
CREATE INDEX addresses_code_anywhere ON addresses (plus_code) WHERE state = 'issued';

CREATE TABLE external_codes (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  house_id uuid NOT NULL,
  scheme text NOT NULL CHECK (scheme IN ('ndas10', 'vpostcode', 'vnpt', 'location12')),
  value text COLLATE "C" NOT NULL CONSTRAINT external_codes_value_length CHECK (char_length(value) BETWEEN 1 AND 40),
  issued_by text COLLATE "C" NOT NULL
    CONSTRAINT external_codes_issued_by_length CHECK (char_length(issued_by) BETWEEN 1 AND 100),
  issued_on date,
  PRIMARY KEY (village_id, id),
  CONSTRAINT external_codes_form CHECK (
    CASE scheme WHEN 'ndas10' THEN value ~ '^[0-9]{10}$' WHEN 'location12' THEN value ~ '^[0-9]{12}$' ELSE true END),
  CONSTRAINT external_codes_house_reference FOREIGN KEY (village_id, house_id) REFERENCES houses (village_id, id)
);
CREATE UNIQUE INDEX external_codes_value ON external_codes (village_id, scheme, value);
CREATE INDEX external_codes_house ON external_codes (village_id, house_id);

CREATE TABLE signs (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  sign_kind text NOT NULL CHECK (sign_kind IN ('road-name', 'lane-mouth', 'direction', 'village-entrance', 'house-plate')),
  place geometry(Point, 4326) NOT NULL
    CONSTRAINT signs_place_range CHECK (ST_X(place) BETWEEN -180 AND 180 AND ST_Y(place) BETWEEN -85 AND 85),
  facing_degrees double precision NOT NULL CHECK (facing_degrees >= 0 AND facing_degrees < 360),
  faces json NOT NULL CHECK (json_typeof(faces) = 'array' AND json_array_length(faces) BETWEEN 1 AND 4),
  post text NOT NULL CHECK (post IN ('new', 'existing-pole', 'wall')),
  state text NOT NULL CHECK (state IN ('planned', 'ordered', 'installed', 'damaged', 'removed')),
  price_vnd bigint CHECK (price_vnd BETWEEN 0 AND 1000000000),
  road_id uuid,
  house_id uuid,
  PRIMARY KEY (village_id, id),
  CONSTRAINT signs_road_reference FOREIGN KEY (village_id, road_id) REFERENCES roads (village_id, id),
  CONSTRAINT signs_house_reference FOREIGN KEY (village_id, house_id) REFERENCES houses (village_id, id)
);
CREATE INDEX signs_road ON signs (village_id, road_id);
CREATE INDEX signs_house ON signs (village_id, house_id);

CREATE TABLE cameras (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  name text COLLATE "C" CONSTRAINT cameras_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
  place geometry(Point, 4326) NOT NULL
    CONSTRAINT cameras_place_range CHECK (ST_X(place) BETWEEN -180 AND 180 AND ST_Y(place) BETWEEN -85 AND 85),
  owner text NOT NULL CHECK (owner IN ('commune', 'village', 'household')),
  state text NOT NULL CHECK (state IN ('existing', 'planned', 'broken')),
  facing_degrees double precision NOT NULL CHECK (facing_degrees >= 0 AND facing_degrees < 360),
  horizontal_field_of_view_degrees double precision NOT NULL CHECK (horizontal_field_of_view_degrees BETWEEN 5 AND 360),
  height_meters double precision CHECK (height_meters BETWEEN 0.5 AND 60),
  horizontal_pixels integer CHECK (horizontal_pixels BETWEEN 320 AND 16000),
  house_id uuid,
  PRIMARY KEY (village_id, id),
  CONSTRAINT cameras_house_reference FOREIGN KEY (village_id, house_id) REFERENCES houses (village_id, id)
);
CREATE INDEX cameras_house ON cameras (village_id, house_id);

CREATE TABLE lamps (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  place geometry(Point, 4326) NOT NULL
    CONSTRAINT lamps_place_range CHECK (ST_X(place) BETWEEN -180 AND 180 AND ST_Y(place) BETWEEN -85 AND 85),
  owner text NOT NULL CHECK (owner IN ('commune', 'village', 'household')),
  state text NOT NULL CHECK (state IN ('existing', 'planned', 'broken')),
  height_meters double precision CHECK (height_meters BETWEEN 1 AND 60),
  power_watts double precision CHECK (power_watts BETWEEN 1 AND 2000),
  PRIMARY KEY (village_id, id)
);

CREATE TABLE landmarks (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  landmark_kind text NOT NULL
    CHECK (landmark_kind IN ('temple', 'cultural-house', 'school', 'junction', 'market', 'gate', 'other')),
  name text COLLATE "C" NOT NULL CONSTRAINT landmarks_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
  place geometry(Point, 4326) NOT NULL
    CONSTRAINT landmarks_place_range CHECK (ST_X(place) BETWEEN -180 AND 180 AND ST_Y(place) BETWEEN -85 AND 85),
  PRIMARY KEY (village_id, id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON
  villages, decisions, roads, houses, households, addresses, external_codes, signs, cameras, lamps, landmarks
  TO sonha_app;
-- A village's number of changes only rises, one by one, as they are appended; slots are never removed.
GRANT SELECT, INSERT, UPDATE ON village_slots TO sonha_app;
