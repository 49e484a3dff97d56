/** Every record is stored in one form: texts NFC with single spaces, coordinates rounded to 1e-7 degrees. */
import { roundLine, roundPolygon, roundPosition } from '../geometry/polygon.ts';
import { normalizeText } from '../addressing/roadName.ts';
import type { Change } from '../records/change.ts';
import type { NumberingProfile } from '../records/numberingProfile.ts';
import type { AnyRecord } from '../records/record.ts';
import type { Targets } from '../records/village.ts';

export function tidyChange(change: Change): Change {
  return {
    created: change.created.map(tidyRecord),
    updated: change.updated.map(([before, after]) => [before, tidyRecord(after)] as const),
    deleted: change.deleted,
  };
}

function tidyRecord(item: AnyRecord): AnyRecord {
  switch (item.kind) {
    case 'village':
      return {
        ...item,
        name: normalizeText(item.name),
        boundary: roundPolygon(item.boundary),
        communePoint: orNull(item.communePoint, roundPosition),
        numberingProfile: tidyProfile(item.numberingProfile),
        targets: tidyTargets(item.targets),
      };
    case 'road':
      return { ...item, name: orNull(item.name, normalizeText), line: roundLine(item.line) };
    case 'house':
      return {
        ...item,
        name: orNull(item.name, normalizeText),
        entrance: roundPosition(item.entrance),
        footprint: orNull(item.footprint, roundPolygon),
      };
    case 'household':
      return { ...item, headName: orNull(item.headName, normalizeText) };
    case 'address':
      return { ...item, entrance: roundPosition(item.entrance) };
    case 'sign': {
      const faces = item.faces.map((face) => face.split('\n').map(normalizeText).join('\n'));
      return { ...item, faces, place: roundPosition(item.place), stateNote: orNull(item.stateNote, normalizeText) };
    }
    case 'camera':
      return {
        ...item,
        name: orNull(item.name, normalizeText),
        place: roundPosition(item.place),
        model: orNull(item.model, normalizeText),
        pole: orNull(item.pole, normalizeText),
      };
    case 'lamp':
      return { ...item, place: roundPosition(item.place), pole: orNull(item.pole, normalizeText) };
    case 'landmark':
      return { ...item, name: normalizeText(item.name), place: roundPosition(item.place) };
    case 'candidate':
      return { ...item, source: normalizeText(item.source), footprint: roundPolygon(item.footprint) };
    case 'decision':
      return {
        ...item,
        number: normalizeText(item.number),
        signatory: normalizeText(item.signatory),
        scope: normalizeText(item.scope),
      };
    case 'exception':
      return { ...item, reason: normalizeText(item.reason) };
    case 'externalCode':
      return { ...item, value: item.value.trim(), issuedBy: normalizeText(item.issuedBy) };
    case 'platformAnswer':
      return { ...item, reason: orNull(item.reason, normalizeText), address: normalizeText(item.address) };
  }
}

function tidyProfile(profile: NumberingProfile): NumberingProfile {
  const { direction } = profile;
  if (!direction || direction.by === 'compass') return profile;
  const reason = normalizeText(direction.reason);
  const tidy =
    direction.by === 'centre'
      ? { ...direction, centre: roundPosition(direction.centre), reason }
      : { ...direction, reason };
  return { ...profile, direction: tidy };
}

function tidyTargets(targets: Targets): Targets {
  const { criterion3 } = targets;
  if (!criterion3 || criterion3.responsible === null) return targets;
  return { ...targets, criterion3: { ...criterion3, responsible: normalizeText(criterion3.responsible) } };
}

const orNull = <T, U>(value: T | null, form: (value: T) => U): U | null => (value === null ? null : form(value));
