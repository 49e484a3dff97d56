-- House plates leave with the address and code of every house: they too have their line in the log of files.
ALTER TABLE exports DROP CONSTRAINT exports_contents_check;
ALTER TABLE exports ADD CONSTRAINT exports_contents_check
  CHECK (contents IN ('addresses', 'renumbering', 'house-plates'));
ALTER TABLE exports DROP CONSTRAINT exports_format_check;
ALTER TABLE exports ADD CONSTRAINT exports_format_check CHECK (format IN ('xlsx', 'csv', 'geojson', 'pdf'));
-- Only plates come as papers.
ALTER TABLE exports ADD CONSTRAINT exports_papers_are_plates CHECK (format <> 'pdf' OR contents = 'house-plates');
