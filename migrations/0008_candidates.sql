-- Outlines of buildings that others drew, before somebody says which of them are houses of the village.
CREATE TABLE candidates (
  village_id uuid NOT NULL REFERENCES villages (village_id),
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  footprint geometry(Polygon, 4326) NOT NULL
    CONSTRAINT candidates_footprint_valid CHECK (ST_IsValid(footprint) AND ST_Area(footprint) > 0)
    CONSTRAINT candidates_footprint_range CHECK (
      ST_XMin(footprint) >= -180 AND ST_XMax(footprint) <= 180
      AND ST_YMin(footprint) >= -85 AND ST_YMax(footprint) <= 85),
  source text COLLATE "C" NOT NULL CONSTRAINT candidates_source_length CHECK (char_length(source) BETWEEN 1 AND 200),
  confidence double precision CHECK (confidence BETWEEN 0 AND 1),
  state text NOT NULL CHECK (state IN ('open', 'rejected')),
  PRIMARY KEY (village_id, id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON candidates TO sonha_app;
