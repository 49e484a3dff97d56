-- The database checks the codes it stores: Plus Codes against their entrances, external codes against their forms.
-- The functions' bodies are parsed here, so that they mean the same under any search_path (dump, restore) and are
-- inlined wherever they are called: calls of PostgreSQL's own arithmetic, no queries, no state.

-- The Plus Code of 12 digits of a cell: `lat` counts cells of 1/200,000 degree from 90° south, `lng` cells of
-- 1/128,000 degree from 180° west. Five pairs of digits to base 20, then two digits of a grid of 5 rows and 4 columns.
-- The first digit of a longitude has 18 values: 180° east is 180° west. A letter is a byte of the alphabet because
-- taking one out of a text is three times as slow.
CREATE OR REPLACE FUNCTION plus_code_of_cell(lat integer, lng integer) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lat / 4000000 % 20))
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lng / 2560000 % 18))
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lat / 200000 % 20))
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lng / 128000 % 20))
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lat / 10000 % 20))
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lng / 6400 % 20))
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lat / 500 % 20))
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lng / 320 % 20))
  || '+'
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lat / 25 % 20))
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lng / 16 % 20))
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lat / 5 % 5 * 4 + lng / 4 % 4))
  || chr(get_byte('23456789CFGHJMPQRVWX'::bytea, lat % 5 * 4 + lng % 4));

-- The Plus Code of a place (WGS 84) with 10, 11 or 12 digits, as the domain's encodePlusCode gives it: degrees become
-- whole units of 1e-7, half a unit going up, and all that follows is whole numbers. A cell of 12 digits is 50 units
-- high and 78.125 (625/8) wide. Null where there is no such code: another length, no place, not below 90° north.
CREATE OR REPLACE FUNCTION plus_code(place geometry, digits integer) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN digits BETWEEN 10 AND 12 AND ST_X(place) BETWEEN -180 AND 180 AND ST_Y(place) >= -90 AND ST_Y(place) < 90
  THEN left(
    plus_code_of_cell(
      (floor(ST_Y(place) * 1e7 + 0.5)::integer + 900000000) / 50,
      ((floor(ST_X(place) * 1e7 + 0.5)::bigint + 1800000000) * 8 / 625)::integer),
    digits + 1)
END;

GRANT EXECUTE ON FUNCTION plus_code_of_cell(integer, integer), plus_code(geometry, integer) TO sonha_app;

-- IS TRUE: a place that has no code refuses every code. The plus sign is not a digit.
ALTER TABLE addresses ADD CONSTRAINT addresses_plus_code_of_entrance
  CHECK ((plus_code = plus_code(entrance, char_length(plus_code) - 1)) IS TRUE);

-- A house that is renumbered has an issued address and a draft of the same place: one code in both. That a draft has
-- no code issued to another house is looked up when it is saved: no index knows "another".
DROP INDEX addresses_plus_code;
CREATE UNIQUE INDEX addresses_issued_plus_code ON addresses (village_id, plus_code) WHERE state = 'issued';
CREATE UNIQUE INDEX addresses_draft_plus_code ON addresses (village_id, plus_code) WHERE state = 'draft';

-- What another body gave: its digits all there, leading zeros too; free text without blanks at its ends.
ALTER TABLE external_codes
  DROP CONSTRAINT external_codes_form,
  ADD CONSTRAINT external_codes_form CHECK (
    CASE scheme
      WHEN 'ndas10' THEN value ~ '^[0-9]{10}$'
      WHEN 'location12' THEN value ~ '^[0-9]{12}$'
      ELSE char_length(value) >= CASE scheme WHEN 'vpostcode' THEN 2 ELSE 1 END
        AND value = btrim(value, E' \t\n\x0B\f\r\u00A0')
    END);
-- Two villages may not be given one national code: looked up here when one is recorded.
CREATE INDEX external_codes_value_anywhere ON external_codes (scheme, value) WHERE scheme IN ('ndas10', 'location12');
