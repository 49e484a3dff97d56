-- Whether somebody showed the door, or it is taken to be in the wall that faces the road. Of houses from before: a
-- point was put by a hand, and so was an entrance that was moved; the door of an outline was only ever assumed. In the
-- sample village every door is known.
ALTER TABLE houses ADD COLUMN entrance_origin text NOT NULL DEFAULT 'shown'
  CHECK (entrance_origin IN ('shown', 'assumed'));
UPDATE houses SET entrance_origin = 'assumed'
WHERE footprint IS NOT NULL
  AND EXISTS (SELECT 1 FROM villages WHERE villages.village_id = houses.village_id AND NOT villages.is_sample)
  AND NOT EXISTS (
    SELECT 1 FROM changes
    WHERE changes.village_id = houses.village_id AND changes.kind = 'house.move'
      AND changes.edit->'input'->>'id' = houses.id::text);
ALTER TABLE houses ALTER COLUMN entrance_origin DROP DEFAULT;

-- What a way is made for: all traffic, fields and woods, feet and bicycles.
ALTER TABLE roads ADD COLUMN made_for text NOT NULL DEFAULT 'vehicles'
  CHECK (made_for IN ('vehicles', 'fields', 'feet'));
ALTER TABLE roads ALTER COLUMN made_for DROP DEFAULT;

-- The point of the commune from which Plus Codes are shortened; null: the middle of the village.
ALTER TABLE villages ADD COLUMN commune_point geometry(Point, 4326)
  CONSTRAINT villages_commune_point_range CHECK (
    ST_X(commune_point) BETWEEN -180 AND 180 AND ST_Y(commune_point) BETWEEN -85 AND 85);

-- The log of files also holds the tables old → new of a renumbering, with the decision's number as it read then.
ALTER TABLE exports ADD COLUMN contents text NOT NULL DEFAULT 'addresses'
  CHECK (contents IN ('addresses', 'renumbering'));
ALTER TABLE exports ALTER COLUMN contents DROP DEFAULT;
ALTER TABLE exports ADD COLUMN decision_number text COLLATE "C"
  CONSTRAINT exports_decision_number_length CHECK (char_length(decision_number) BETWEEN 1 AND 60);
ALTER TABLE exports ADD CONSTRAINT exports_renumbering_has_decision
  CHECK ((contents = 'renumbering') = (decision_number IS NOT NULL));
