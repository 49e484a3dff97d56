-- Criterion 3, cameras and lamps and what they cover, and their map leave as files too, each with its line in the log.
ALTER TABLE exports DROP CONSTRAINT exports_contents_check;
ALTER TABLE exports ADD CONSTRAINT exports_contents_check
  CHECK (contents IN ('addresses', 'renumbering', 'house-plates', 'criterion-3', 'coverage', 'coverage-map'));
-- Plates come as papers, and so does the map.
ALTER TABLE exports DROP CONSTRAINT exports_papers_are_plates;
ALTER TABLE exports ADD CONSTRAINT exports_papers_are_plates_or_map
  CHECK (format <> 'pdf' OR contents IN ('house-plates', 'coverage-map'));
