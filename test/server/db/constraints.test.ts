import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { AnyRecord, RecordOf } from '../../../domain/records/record.ts';
import { saveChange } from '../../../server/db/changes.ts';
import { constraintRefusal } from '../../../server/db/constraintRefusal.ts';
import { loadWorld } from '../../../server/db/villages.ts';
import { describeDatabases } from '../../databases.ts';
import { addAuthor, write } from './performing.ts';
import * as sample from './sampleRecords.ts';
import { created, editOf, everyRecord, idOf, villageId } from './sampleRecords.ts';

/** At the hall's entrance too, with the 11 digits of its 12. */
const other = { ...sample.hallAddress, id: idOf(52), houseId: sample.house.id, number: '7', plusCode: '7PF7XQCQ+GCC' };
const draftOf = (address: RecordOf['address']) =>
  ({ ...address, state: 'draft', decisionId: null, issuedOn: null }) as const;
const codeOf = (fields: Partial<RecordOf['externalCode']>) => ({ ...sample.externalCode, id: idOf(62), ...fields });
const ring = (...coordinates: [number, number][]) => ({ type: 'Polygon' as const, coordinates: [coordinates] });

/** A record that must not be stored, and the constraint that refuses it. */
const refused: readonly (readonly [what: string, item: AnyRecord, constraint: string | RegExp])[] = [
  ['a second issued address of a house', { ...other, houseId: sample.hall.id }, 'addresses_one_issued_a_house'],
  ['an issued number twice on a road', { ...other, number: sample.hallAddress.number }, 'addresses_issued_number'],
  ['an issued Plus Code twice', { ...other, plusCode: sample.hallAddress.plusCode }, 'addresses_issued_plus_code'],
  [
    'a Plus Code in two drafts',
    { ...draftOf(other), entrance: sample.address.entrance, plusCode: sample.address.plusCode },
    'addresses_draft_plus_code',
  ],
  ['a Plus Code of the cell beside', { ...other, plusCode: '7PF7XQCQ+GCF' }, 'addresses_plus_code_of_entrance'],
  ['a twelfth digit of another cell', { ...other, plusCode: '7PF7XQCQ+GCC3' }, 'addresses_plus_code_of_entrance'],
  [
    'a retired address whose code is not that of its entrance',
    {
      ...{ ...other, entrance: sample.house.entrance, state: 'retired' },
      ...{ retiredDecisionId: sample.decision.id, retiredOn: '2023-01-01' },
    },
    'addresses_plus_code_of_entrance',
  ],
  ['an issued address without a decision', { ...other, decisionId: null }, 'addresses_issued_under_decision'],
  ['a draft with a decision', { ...other, state: 'draft' }, 'addresses_issued_under_decision'],
  ['a retired address without a decision', { ...other, state: 'retired' }, 'addresses_retired_under_decision'],
  ['a reading kept of what is not retired', { ...other, retiredAs: '5/7' }, 'addresses_retired_as_only_retired'],
  ['a number that is none', { ...other, number: 'BL.10' }, 'addresses_number_check'],
  ['a group’s letter that is none', { ...other, number: 'Â10' }, 'addresses_number_check'],
  ['a group’s letters for a lane', { ...sample.lane, id: idOf(23), numberName: 'A10' }, 'roads_number_name_check'],
  ['an address of no house', { ...other, houseId: idOf(999) }, 'addresses_house_reference'],
  ['an address on no road', { ...other, roadId: idOf(999) }, 'addresses_road_reference'],
  ['a negative measure', { ...other, measureMeters: -0.01 }, 'addresses_measure_meters_check'],
  ['a number that is none', { ...other, number: '05' }, 'addresses_number_check'],
  ['a code that is none', { ...other, plusCode: '7PF7XQCQ+GC' }, 'addresses_plus_code_check'],
  ['a house with a taken id', sample.house, 'houses_pkey'],
  ['an external code twice', { ...sample.externalCode, id: idOf(62) }, 'external_codes_value'],
  ['a national code of nine digits', codeOf({ value: '123456789' }), 'external_codes_form'],
  ['a national code of eleven digits', codeOf({ value: '01234567890' }), 'external_codes_form'],
  ['a national code with another sign', codeOf({ value: '01234 6789' }), 'external_codes_form'],
  ['a location id of eleven digits', codeOf({ scheme: 'location12', value: '12345678901' }), 'external_codes_form'],
  ['a Vpostcode with a blank at its end', codeOf({ scheme: 'vpostcode', value: '4400 0 ' }), 'external_codes_form'],
  ['a Vpostcode of one sign', codeOf({ scheme: 'vpostcode', value: '4' }), 'external_codes_form'],
  ["a telecom's id that is a blank", codeOf({ scheme: 'vnpt', value: '\u00a0' }), 'external_codes_form'],
  ["a telecom's id of 41 signs", codeOf({ scheme: 'vnpt', value: 'x'.repeat(41) }), 'external_codes_value_length'],
  [
    'a road that opens from itself',
    { ...sample.road, id: idOf(23), parentRoadId: idOf(23) },
    'roads_parent_not_itself',
  ],
  ['a road that opens from none', { ...sample.road, id: idOf(23), parentRoadId: idOf(999) }, 'roads_parent_reference'],
  ['a name of 101 letters', { ...sample.road, id: idOf(23), name: 'ệ'.repeat(101) }, 'roads_name_length'],
  ['an empty name', { ...sample.landmark, id: idOf(101), name: '' }, 'landmarks_name_length'],
  [
    'a road of one place',
    {
      ...sample.road,
      id: idOf(23),
      line: {
        type: 'LineString',
        coordinates: [
          [105.79, 19.97],
          [105.79, 19.97],
        ],
      },
    },
    'roads_line_valid',
  ],
  [
    'a road beyond the map',
    {
      ...sample.road,
      id: idOf(23),
      line: {
        type: 'LineString',
        coordinates: [
          [105.79, 19.97],
          [105.79, 85.1],
        ],
      },
    },
    'roads_line_range',
  ],
  [
    'a footprint that crosses itself',
    { ...sample.house, id: idOf(32), footprint: ring([1, 1], [2, 2], [2, 1], [1, 2], [1, 1]) },
    'houses_footprint_valid',
  ],
  [
    'a footprint without area',
    { ...sample.house, id: idOf(32), footprint: ring([1, 1], [2, 2], [1, 1], [1, 1]) },
    'houses_footprint_valid',
  ],
  ['an unknown use', { ...sample.house, id: idOf(32), use: 'castle' } as never, 'houses_use_check'],
  [
    'a parcel without its sheet',
    { ...sample.house, id: idOf(32), parcel: { plot: '1' } } as never,
    'houses_parcel_whole',
  ],
  ['an entrance beyond the map', { ...sample.house, id: idOf(32), entrance: [180.1, 0] }, 'houses_entrance_range'],
  ['a facing of 360 degrees', { ...sample.camera, id: idOf(82), facingDegrees: 360 }, 'cameras_facing_degrees_check'],
  ['a camera that looks up', { ...sample.camera, id: idOf(82), tiltDegrees: -0.1 }, 'cameras_tilt_degrees_check'],
  ['a picture of no height', { ...sample.camera, id: idOf(82), verticalPixels: 0 }, 'cameras_vertical_pixels_check'],
  ['infrared of 301 m', { ...sample.camera, id: idOf(82), nightRangeMeters: 301 }, 'cameras_night_range_meters_check'],
  ['a model of 61 letters', { ...sample.camera, id: idOf(82), model: 'ệ'.repeat(61) }, 'cameras_model_length'],
  ['a pole without a mark', { ...sample.camera, id: idOf(82), pole: '' }, 'cameras_pole_length'],
  [
    "consent to the commune's camera",
    { ...sample.camera, id: idOf(82), consentOn: '2022-09-20' },
    'cameras_consent_of_household',
  ],
  ['a withdrawal of no consent', { ...sample.householdCamera, id: idOf(82), consentOn: null }, 'cameras_consent_given'],
  [
    'a withdrawal the day before',
    { ...sample.householdCamera, id: idOf(82), consentWithdrawnOn: '2022-09-19' },
    'cameras_consent_in_order',
  ],
  ['a light of gas', { ...sample.lamp, id: idOf(92), lightSource: 'gas' } as never, 'lamps_light_source_check'],
  ['a light of 49 lumens', { ...sample.lamp, id: idOf(92), fluxLumens: 49 }, 'lamps_flux_lumens_check'],
  ['a lamp that lights nothing', { ...sample.lamp, id: idOf(92), litRadiusMeters: 0 }, 'lamps_lit_radius_meters_check'],
  ['a mark of 41 letters', { ...sample.lamp, id: idOf(92), pole: 'Đ'.repeat(41) }, 'lamps_pole_length'],
  ['a lamp without a place', { ...sample.lamp, id: idOf(92), place: null } as never, /place/],
  ['a household without a number', { ...sample.household, id: idOf(41), ordinal: 0 }, 'households_ordinal_check'],
  ['a phone that is none', { ...sample.household, id: idOf(41), phone: '+84912345678' }, 'households_phone_check'],
  ['a sign without a face', { ...sample.sign, id: idOf(71), faces: [] }, 'signs_faces_check'],
  ['a second record of the village', { ...sample.village, id: idOf(5) }, 'villages_id_is_village_id'],
  ['version 0', { ...sample.lamp, id: idOf(92), version: 0 }, 'lamps_version_check'],
  ['a day that is none', { ...sample.decision, id: idOf(11), date: '2022-02-30' }, /date/],
];

describeDatabases('constraints', ({ database }) => {
  const save = (change: Parameters<typeof saveChange>[2]) =>
    database()
      .db.transaction()
      .execute((trx) => saveChange(trx, villageId, change));

  beforeAll(async () => {
    await addAuthor(database());
    await write(database(), editOf(1001, 'village.create', {}), created(everyRecord));
  });

  it.each(refused)('the database refuses %s', async (_what, item, constraint) => {
    const error: unknown = await save(created([item])).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const { constraint: name, column, message } = (error ?? {}) as Record<string, string | undefined>;
    expect(`${name ?? ''} ${column ?? ''} ${message ?? ''}`).toMatch(constraint);
  });

  it('a house, a road or a decision that is referred to cannot be deleted', async () => {
    for (const item of [sample.house, sample.road, sample.decision, sample.village]) {
      await expect(save({ created: [], updated: [], deleted: [item] })).rejects.toThrow(/foreign key/);
    }
  });

  it('a house that is renumbered has its code in the issued address and in the draft, until both are one', async () => {
    const draft = { ...draftOf(sample.hallAddress), id: idOf(54), number: '22' };
    await save(created([draft]));
    const retired = { ...sample.hallAddress, version: 2, state: 'retired' } as const;
    const under = { retiredDecisionId: sample.decision.id, retiredOn: '2023-01-01' };
    const official = { ...sample.hallAddress, id: draft.id, number: draft.number, version: 2 };
    const renumbered = [
      [sample.hallAddress, { ...retired, ...under }],
      [draft, official],
    ] as const;
    await save({ created: [], updated: renumbered, deleted: [] });
    // As it was, for the other tests.
    await save({ created: [sample.hallAddress], updated: [], deleted: renumbered.map(([, after]) => after) });
  });

  it('a retired address frees its number, its code and its house, and keeps how it read', async () => {
    const end = { state: 'retired', retiredDecisionId: sample.decision.id, retiredOn: '2023-01-01' } as const;
    let standing = sample.hallAddress;
    // Its own number again, and numbers in groups of houses.
    for (const number of [standing.number, 'A10', 'Đ2B', 'ĐH.A-10', 'BL.K-10-1']) {
      const retired = { ...standing, ...end, retiredAs: '12Đ/20-1', version: standing.version + 1 };
      const next = { ...sample.hallAddress, id: idOf(53), number };
      await save({ created: [next], updated: [[standing, retired]], deleted: [] });
      const again = { ...sample.hallAddress, version: retired.version + 1 };
      await save({ created: [], updated: [[retired, again]], deleted: [next] });
      standing = again;
    }
  });

  it('codes of other bodies are stored in every form they have, zeros in front', async () => {
    const codes = [
      codeOf({ value: '0000000001' }),
      codeOf({ id: idOf(63), scheme: 'location12', value: '000123456789' }),
      codeOf({ id: idOf(64), scheme: 'vpostcode', value: '44 000-XQ87+5F' }),
      codeOf({ id: idOf(65), scheme: 'vnpt', value: '7' }),
      codeOf({ id: idOf(66), scheme: 'vnpt', value: 'x'.repeat(40) }),
    ];
    await save(created(codes));
    const { externalCode } = await loadWorld(database().db, villageId);
    for (const code of codes) expect(externalCode.get(code.id)).toEqual(code);
    await save({ created: [], updated: [], deleted: codes });
  });

  it('what a constraint says becomes a refusal the interface can explain', async () => {
    const refusalOf = async (item: AnyRecord) =>
      save(created([item])).then(
        () => 'saved',
        (error: unknown) => constraintRefusal(error)?.code,
      );
    expect(await refusalOf({ ...other, plusCode: sample.hallAddress.plusCode })).toBe('plus-code-taken');
    const sharing = { ...draftOf(other), entrance: sample.address.entrance, plusCode: sample.address.plusCode };
    expect(await refusalOf(sharing)).toBe('plus-code-taken');
    expect(await refusalOf({ ...other, plusCode: '7PF7XQCQ+GCF' })).toBe('plus-code-not-of-entrance');
    expect(await refusalOf(codeOf({ value: '123456789' }))).toBe('external-code-malformed');
    expect(await refusalOf(codeOf({}))).toBe('external-code-taken');
    expect(await refusalOf({ ...sample.road, id: idOf(23), parentRoadId: idOf(999) })).toBe('reference-missing');
    expect(await refusalOf({ ...sample.landmark, id: idOf(101), name: 'a'.repeat(101) })).toBe('text-too-long');
    expect(await refusalOf(sample.house)).toBe('record-exists');
    const householdCamera = { ...sample.householdCamera, id: idOf(82) };
    expect(await refusalOf({ ...householdCamera, owner: 'village' })).toBe('consent-of-no-household');
    expect(await refusalOf({ ...householdCamera, consentOn: null })).toBe('consent-never-given');
    expect(await refusalOf({ ...householdCamera, consentOn: '2022-10-02' })).toBe('consent-withdrawn-before-given');
    expect(constraintRefusal(new Error('something else'))).toBeNull();
  });

  it.each([
    ['change the log', `UPDATE changes SET kind = 'road.name'`],
    ['delete from the log', 'DELETE FROM changes'],
    ['empty the log', 'TRUNCATE changes CASCADE'],
    ['drop the log', 'DROP TABLE changes CASCADE'],
    ['change what was exported', `UPDATE exports SET purpose = 'x'`],
    ['forget an export', 'DELETE FROM exports'],
    ['change who was shown what', 'UPDATE private_reads SET row_count = 1'],
    ['forget who was shown what', 'DELETE FROM private_reads'],
    ['rewrite kept person data', `UPDATE change_person_data SET change = '{}'`],
    ['forget an account', 'DELETE FROM users'],
    ['forget a migration', 'DELETE FROM migrations'],
    ['make tables', 'CREATE TABLE mine (a integer)'],
  ])('the application may not %s', async (_what, statement) => {
    await expect(sql.raw(statement).execute(database().db)).rejects.toMatchObject({ code: '42501' });
  });
});
