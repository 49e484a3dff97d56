/** How each kind of record is laid out in its table, and how its JSON form goes in and comes out exactly. */
import { createHash } from 'node:crypto';
import type { RecordKind } from '../../domain/records/record.ts';

/** One field of a record; the SQL of `write` reads the JSON row `r`, the SQL of `read` the table row `t`. */
interface FieldLayout {
  readonly field: string;
  /** Its type when a JSON row is taken apart by json_to_recordset. */
  readonly jsonType: string;
  readonly write: readonly (readonly [column: string, expression: string])[];
  readonly read: string;
}

export interface RecordTable {
  readonly table: string;
  readonly fields: readonly FieldLayout[];
  /** Nothing refers to it: an update may be a deletion and a new row, so that unique keys never clash midway. */
  readonly isLeaf: boolean;
}

const snake = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A value kept as it is; `json` keeps the very text, so numbers and the order of keys come back as they were. */
function value(
  jsonType: 'text' | 'uuid' | 'integer' | 'bigint' | 'float8' | 'boolean' | 'date' | 'json',
  ...fields: string[]
) {
  return fields.map((field): FieldLayout => {
    const column = snake(field);
    return { field, jsonType, write: [[column, `r."${field}"`]], read: `t.${column}` };
  });
}

/** [lng, lat] ↔ point. Doubles are written in their shortest exact form. */
function position(field: string): FieldLayout[] {
  const column = snake(field);
  const point = `ST_SetSRID(ST_MakePoint((r."${field}"->>0)::float8, (r."${field}"->>1)::float8), 4326)`;
  const read = `('[' || ST_X(t.${column})::text || ',' || ST_Y(t.${column})::text || ']')::json`;
  return [{ field, jsonType: 'json', write: [[column, point]], read }];
}

/** The same where there may be none. */
function maybePosition(field: string): FieldLayout[] {
  return position(field).map((layout) => ({
    ...layout,
    write: layout.write.map(([column, point]) => [
      column,
      `CASE WHEN json_typeof(r."${field}") = 'array' THEN ${point} END`,
    ]),
    read: `CASE WHEN t.${snake(field)} IS NOT NULL THEN ${layout.read} END`,
  }));
}

/** GeoJSON line or polygon ↔ geometry. Seven decimals are stored; up to fifteen come back, so none is ever lost. */
function shape(field: string): FieldLayout[] {
  const column = snake(field);
  const write = `ST_SetSRID(ST_GeomFromGeoJSON(r."${field}"), 4326)`;
  return [{ field, jsonType: 'json', write: [[column, write]], read: `ST_AsGeoJSON(t.${column}, 15, 0)::json` }];
}

const parcel: FieldLayout = {
  field: 'parcel',
  jsonType: 'json',
  write: [
    ['parcel_sheet', `r."parcel"->>'sheet'`],
    ['parcel_plot', `r."parcel"->>'plot'`],
  ],
  read: `CASE WHEN t.parcel_sheet IS NOT NULL THEN json_build_object('sheet', t.parcel_sheet, 'plot', t.parcel_plot) END`,
};

/** Of a plate, in whole millimetres. */
const size: FieldLayout = {
  field: 'size',
  jsonType: 'json',
  write: [
    ['width_millimeters', `(r."size"->>'widthMillimeters')::integer`],
    ['height_millimeters', `(r."size"->>'heightMillimeters')::integer`],
  ],
  read: `CASE WHEN t.width_millimeters IS NOT NULL THEN json_build_object(
    'widthMillimeters', t.width_millimeters, 'heightMillimeters', t.height_millimeters) END`,
};

/** An instant, as ISO 8601 to the millisecond. */
const acceptedAt: FieldLayout = {
  field: 'acceptedAt',
  jsonType: 'timestamptz',
  write: [['accepted_at', `r."acceptedAt"`]],
  read: `to_char(t.accepted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
};

const table = (name: string, isLeaf: boolean, ...fields: FieldLayout[][]): RecordTable => ({
  table: name,
  isLeaf,
  fields: [...value('uuid', 'id'), ...value('integer', 'version'), ...fields.flat()],
});

export const recordTables: { readonly [K in RecordKind]: RecordTable } = {
  village: table(
    'villages',
    false,
    value('text', 'name'),
    shape('boundary'),
    value('boolean', 'isSample'),
    value('json', 'currentUnits', 'formerUnits'),
    maybePosition('communePoint'),
    value('json', 'numberingProfile', 'targets', 'signSettings'),
  ),
  decision: table(
    'decisions',
    false,
    value('text', 'number'),
    value('date', 'date'),
    value('text', 'signatory', 'scope'),
  ),
  road: table(
    'roads',
    false,
    value('text', 'class', 'name', 'numberName'),
    value('uuid', 'parentRoadId'),
    shape('line'),
    value('text', 'directionReason'),
    value('float8', 'widthMeters'),
    value('text', 'madeFor', 'state'),
    value('uuid', 'decisionId'),
  ),
  house: table(
    'houses',
    false,
    value('text', 'name'),
    position('entrance'),
    value('text', 'entranceOrigin'),
    shape('footprint'),
    value('text', 'use', 'state'),
    [parcel],
    value('uuid', 'chosenRoadId'),
  ),
  household: table(
    'households',
    true,
    value('uuid', 'houseId'),
    value('integer', 'ordinal'),
    value('text', 'headName', 'phone'),
    value('json', 'surveyAnswers'),
  ),
  address: table(
    'addresses',
    true,
    value('uuid', 'houseId', 'roadId'),
    value('float8', 'measureMeters'),
    value('text', 'side', 'number', 'numberedBy'),
    position('entrance'),
    value('text', 'plusCode', 'state'),
    value('uuid', 'decisionId'),
    value('date', 'issuedOn'),
    value('uuid', 'retiredDecisionId'),
    value('date', 'retiredOn'),
    value('text', 'retiredAs'),
  ),
  externalCode: table(
    'external_codes',
    true,
    value('uuid', 'houseId'),
    value('text', 'scheme', 'value', 'issuedBy'),
    value('date', 'issuedOn'),
  ),
  platformAnswer: table(
    'platform_answers',
    true,
    value('uuid', 'houseId'),
    value('text', 'system', 'verdict', 'reason'),
    value('date', 'answeredOn'),
    value('integer', 'releaseNumber'),
    value('text', 'plusCode', 'address'),
  ),
  landmark: table('landmarks', false, value('text', 'landmarkKind', 'name'), position('place')),
  sign: table(
    'signs',
    true,
    value('text', 'signKind'),
    position('place'),
    value('float8', 'facingDegrees'),
    value('json', 'faces'),
    [size],
    value('text', 'post', 'state'),
    value('date', 'stateDay'),
    value('text', 'stateNote'),
    value('date', 'dueDay'),
    value('uuid', 'photoId'),
    value('bigint', 'priceVnd'),
    value('uuid', 'roadId', 'houseId', 'landmarkId'),
  ),
  camera: table(
    'cameras',
    true,
    value('text', 'name'),
    position('place'),
    value('text', 'owner', 'state'),
    value('float8', 'facingDegrees', 'horizontalFieldOfViewDegrees', 'tiltDegrees', 'heightMeters'),
    value('integer', 'horizontalPixels', 'verticalPixels'),
    value('float8', 'nightRangeMeters'),
    value('text', 'model', 'pole'),
    value('uuid', 'houseId'),
    value('date', 'consentOn', 'consentWithdrawnOn'),
  ),
  lamp: table(
    'lamps',
    true,
    position('place'),
    value('text', 'owner', 'state'),
    value('float8', 'heightMeters', 'powerWatts'),
    value('text', 'lightSource'),
    value('float8', 'fluxLumens', 'litRadiusMeters'),
    value('text', 'pole'),
  ),
  candidate: table(
    'candidates',
    true,
    shape('footprint'),
    value('text', 'source'),
    value('float8', 'confidence'),
    value('text', 'state'),
  ),
  exception: table(
    'exceptions',
    true,
    value('text', 'checkId'),
    value('json', 'recordIds'),
    value('text', 'facts', 'reason'),
    value('uuid', 'authorId'),
    [acceptedAt],
  ),
};

/** Another whenever a record gains or loses a field: what was sent of records then is not what they are now. */
export const recordFieldsDigest = createHash('sha256')
  .update(JSON.stringify(Object.values(recordTables).map(({ fields }) => fields.map(({ field }) => field))))
  .digest('hex')
  .slice(0, 12);

/** The columns of `json_to_recordset(…) AS r(…)` for a kind. */
export const jsonColumns = ({ fields }: RecordTable): string =>
  fields.map(({ field, jsonType }) => `"${field}" ${jsonType}`).join(', ');
