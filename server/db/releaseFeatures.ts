/**
 * The rows of a release as GeoJSON features made by the database, to the byte as domain/formats/files/shapes/geoJson.ts
 * writes them: a million rows are a stream of text that nobody takes apart.
 */
import type { CopyStatement } from './engine.ts';
import type { ReleaseProfile } from '../../domain/formats/releases/releaseProfile.ts';
import type { Id } from '../../domain/records/fields.ts';

export interface FeaturesAsked {
  readonly villageId: Id;
  readonly releaseId: Id;
  readonly profile: ReleaseProfile;
  /** Rows of the file before those of this village. */
  readonly before: number;
  /** Of this village: behind the last row of the file no comma follows. */
  readonly lastOrdinal: number | null;
}

/**
 * A feature a line, with the comma behind it. JSON has neither of the characters that stand for the quote and the
 * delimiter here, so that the text comes as it is.
 */
export const featuresStatement =
  ({ villageId, releaseId, profile, before, lastOrdinal }: FeaturesAsked): CopyStatement =>
  (literal) => {
    const keys = [...new Set(profile.columns.map(({ key }) => key))].filter(
      (key) => key !== 'ordinal' && key !== 'blank',
    );
    const properties = profile.columns.map(({ key, heading }) => {
      const name = `${JSON.stringify(heading)}:`;
      if (key === 'ordinal') return `${literal(name)}, ordinal + ${before}`;
      return key === 'blank' ? literal(`${name}null`) : `${literal(name)}, coalesce(cell."${key}"::text, 'null')`;
    });
    const cells =
      keys.length === 0 ? '' : `, json_to_record(cells) AS cell(${keys.map((key) => `"${key}" json`).join()})`;
    return `COPY (
    SELECT concat('{"type":"Feature","properties":{', ${properties.join(`, ',', `)}, '},"geometry":',
      ST_AsGeoJSON(place, 7), '}', ${lastOrdinal === null ? `','` : `CASE WHEN ordinal = ${lastOrdinal} THEN '' ELSE ',' END`})
    FROM release_rows${cells}
    WHERE village_id = ${literal(villageId)}::uuid AND release_id = ${literal(releaseId)}::uuid
    ORDER BY ordinal
  ) TO STDOUT WITH (FORMAT csv, QUOTE e'\\x01', DELIMITER e'\\x02')`;
  };
