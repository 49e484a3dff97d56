-- What is known of cameras and streetlights for judging what they cover, and of the consent of households (RULES §6.5).
ALTER TABLE cameras ADD COLUMN tilt_degrees double precision CHECK (tilt_degrees BETWEEN 0 AND 90);
ALTER TABLE cameras ADD COLUMN vertical_pixels integer CHECK (vertical_pixels BETWEEN 240 AND 16000);
ALTER TABLE cameras ADD COLUMN night_range_meters double precision CHECK (night_range_meters BETWEEN 0 AND 300);
ALTER TABLE cameras ADD COLUMN model text COLLATE "C"
  CONSTRAINT cameras_model_length CHECK (char_length(model) BETWEEN 1 AND 60);
ALTER TABLE cameras ADD COLUMN pole text COLLATE "C"
  CONSTRAINT cameras_pole_length CHECK (char_length(pole) BETWEEN 1 AND 40);
ALTER TABLE cameras ADD COLUMN consent_on date;
ALTER TABLE cameras ADD COLUMN consent_withdrawn_on date;
ALTER TABLE cameras ADD CONSTRAINT cameras_consent_of_household
  CHECK (owner = 'household' OR (consent_on IS NULL AND consent_withdrawn_on IS NULL));
ALTER TABLE cameras ADD CONSTRAINT cameras_consent_given
  CHECK (consent_withdrawn_on IS NULL OR consent_on IS NOT NULL);
ALTER TABLE cameras ADD CONSTRAINT cameras_consent_in_order CHECK (consent_withdrawn_on >= consent_on);

ALTER TABLE lamps ADD COLUMN light_source text
  CHECK (light_source IN ('led', 'sodium', 'mercury', 'compact', 'solar'));
ALTER TABLE lamps ADD COLUMN flux_lumens double precision CHECK (flux_lumens BETWEEN 50 AND 200000);
ALTER TABLE lamps ADD COLUMN lit_radius_meters double precision CHECK (lit_radius_meters BETWEEN 1 AND 60);
ALTER TABLE lamps ADD COLUMN pole text COLLATE "C"
  CONSTRAINT lamps_pole_length CHECK (char_length(pole) BETWEEN 1 AND 40);

-- What the plan says criterion 3 costs, and who is to see to it: nobody has said.
UPDATE villages SET targets = json_build_object(
  'criterion6', targets->'criterion6',
  'criterion3', json_build_object(
    'communeCamerasStanding', targets->'criterion3'->'communeCamerasStanding',
    'communeCamerasToAdd', targets->'criterion3'->'communeCamerasToAdd',
    'villageCamerasToAdd', targets->'criterion3'->'villageCamerasToAdd',
    'lamps', targets->'criterion3'->'lamps',
    'camerasBy', targets->'criterion3'->'camerasBy',
    'costDong', NULL,
    'responsible', NULL))
WHERE json_typeof(targets->'criterion3') = 'object';

-- Each time somebody is shown what is private property: who, when, what kind and how much of it (RULES §6.6).
CREATE TABLE private_reads (
  village_id uuid NOT NULL REFERENCES village_slots,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  reader_id uuid NOT NULL REFERENCES users,
  contents text NOT NULL CHECK (contents IN ('household-cameras')),
  row_count integer NOT NULL CHECK (row_count >= 1),
  PRIMARY KEY (village_id, id)
);
CREATE INDEX private_reads_latest ON private_reads (village_id, at);
GRANT SELECT, INSERT ON private_reads TO sonha_app;
