/** The end of a written address: which segments name the village and the units, and which belong to the front. */
import { readUnit, readVillage, type PlaceName, type UnitLevel, type UnitName } from '../unitsLine.ts';
import { wayWordOf } from '../roadClass.ts';
import { isEnglishWay, readFront, type FrontItem } from './addressFront.ts';

export interface AddressPlaces {
  readonly front: readonly FrontItem[];
  readonly village: PlaceName | null;
  /** Smallest first, as written. */
  readonly units: readonly UnitName[];
}

/** Goes through the segments between commas; a bare name after a way's name, a village or a unit is a unit's. */
export function placesOf(segments: readonly string[]): AddressPlaces {
  const front: FrontItem[] = [];
  const units: UnitName[] = [];
  let village: PlaceName | null = null;
  let firstSegment = '';
  for (const segment of segments) {
    // "Đường Số 1 Times City" is a way, whatever it ends in; a xóm may be a village.
    const word = wayWordOf(segment.split(' ', 1)[0]!);
    const unit = (word !== null && word !== 'xóm') || isEnglishWay(segment) ? null : readUnit(segment);
    const place = isEnglishWay(segment) ? null : readVillage(segment);
    if (unit) {
      const [first] = units;
      if (isStreet(first, unit) && village === null && !front.some(({ kind }) => kind === 'named')) {
        units.length = 0;
        front.push({ kind: 'named', word: null, name: firstSegment });
      }
      if (units.length === 0) firstSegment = segment;
      units.push(unit);
    } else if (place && units.length === 0 && (village === null || village.word === 'xóm')) {
      // "xóm 1, thôn Lương Lễ": a xóm inside a village is a way of it.
      if (village) front.push({ kind: 'named', word: 'xóm', name: village.name });
      village = place;
    } else {
      const items = place
        ? []
        : readFront(
            segment,
            front.some(({ kind }) => kind === 'house'),
          );
      const isBare = items.every((item) => item.kind === 'named' && item.word === null);
      const isBehind = village !== null || units.length > 0 || front.some(({ kind }) => kind === 'named');
      if (isBare && isBehind) units.push({ level: null, word: null, name: segment });
      else front.push(...items);
    }
  }
  return { front, village, units: withLevels(units) };
}

/** "12, Xã Đàn, phường Kim Liên": of two communes the first is a street that is called so. */
const isStreet = (first: UnitName | undefined, next: UnitName): boolean =>
  first?.level === 'commune' && next.level === 'commune';

const levels: readonly UnitLevel[] = ['commune', 'district', 'province'];

/** Three units are commune, district, province; a city before a province is one of its districts. */
const withLevels = (units: readonly UnitName[]): readonly UnitName[] =>
  units.map((unit, i) => {
    if (unit.level === null) return units.length === levels.length ? { ...unit, level: levels[i]! } : unit;
    const isInside = units.slice(i + 1).some(({ level }) => level === 'province');
    return unit.level === 'province' && isInside ? { ...unit, level: 'district' } : unit;
  });
