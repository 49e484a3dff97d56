-- A number a person chose for a house: numbering gives the others around it. Null: the rule gave it.
ALTER TABLE addresses ADD COLUMN numbered_by text COLLATE "C"
  CONSTRAINT addresses_numbered_by_check CHECK (numbered_by IN ('hand'));
