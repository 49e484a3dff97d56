-- The list of households leaves as a file too, for the commune and a stated purpose, with its line in the log.
ALTER TABLE exports DROP CONSTRAINT exports_contents_check;
ALTER TABLE exports ADD CONSTRAINT exports_contents_check
  CHECK (contents IN ('addresses', 'renumbering', 'house-plates', 'criterion-3', 'coverage', 'coverage-map', 'release',
    'households'));
-- There is none of it without persons.
ALTER TABLE exports ADD CONSTRAINT exports_households_in_full CHECK (contents <> 'households' OR variant = 'full');
