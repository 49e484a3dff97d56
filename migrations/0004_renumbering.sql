-- Issued addresses can be numbered anew: a retired one keeps how it read, since its lanes may bear other numbers since.
ALTER TABLE addresses ADD COLUMN retired_as text COLLATE "C"
  CONSTRAINT addresses_retired_as_length CHECK (char_length(retired_as) BETWEEN 1 AND 60);
ALTER TABLE addresses ADD CONSTRAINT addresses_retired_as_only_retired CHECK (state = 'retired' OR retired_as IS NULL);

-- A house in a group on a way without a name: A10, A10B, BL.A-10.
ALTER TABLE addresses DROP CONSTRAINT addresses_number_check;
ALTER TABLE addresses ADD CONSTRAINT addresses_number_check CHECK (
  number ~ '^([1-9][0-9]{0,3}|[A-ZĐ][1-9][0-9]{0,3}|[A-ZĐ]{2,4}[.][A-ZĐ]-[1-9][0-9]{0,3})([A-ZĐ]|-[1-9][0-9]?)?$');
