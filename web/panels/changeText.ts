/** What a change did, in words: records made and deleted, and of those changed each field before → after. */
import { distanceMeters } from '../../domain/geometry/localFrame.ts';
import { lineLengthMeters } from '../../domain/geometry/line.ts';
import type { LineString, Position } from '../../domain/geometry/shapes.ts';
import { maskedName, maskedPhone } from '../../domain/households/mask.ts';
import type { Change } from '../../domain/records/change.ts';
import type { AnyRecord } from '../../domain/records/record.ts';
import type { World } from '../../domain/records/world.ts';
import { findRecord } from '../../domain/records/world.ts';
import { formatDate, formatNumber } from '../i18n/format.ts';
import { t, type TextKey } from '../i18n/t.ts';
import type { Attribute } from '../i18n/vi/history.ts';
import { recordTitle } from './label.ts';

/** One record of a change: its heading, and what became of it. */
export interface ChangedRecord {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Never shown: what a record is, and what follows from other fields. */
const silent = new Set(['kind', 'id', 'version', 'isSample']);

export function changedRecords(world: World, change: Change): readonly ChangedRecord[] {
  const whole = (key: 'history.added' | 'history.removed', record: AnyRecord): ChangedRecord => ({
    id: record.id,
    title: t(key, { kind: kindText(record), record: recordTitle(world, record) }),
    lines: [],
  });
  return [
    ...change.created.map((record) => whole('history.added', record)),
    ...change.updated.map(([before, after]) => ({
      id: after.id,
      title: recordTitle(world, after),
      lines: fieldLines(world, before, after),
    })),
    ...change.deleted.map((record) => whole('history.removed', record)),
  ];
}

const kindText = ({ kind }: AnyRecord): string => t(`kind.${kind}`).toLocaleLowerCase('vi');

/** A field that was not there yet when the entry was written is as good as empty. */
function fieldLines(world: World, before: AnyRecord, after: AnyRecord): readonly string[] {
  const was = before as unknown as Readonly<Record<string, unknown>>;
  const is = after as unknown as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !silent.has(field) && JSON.stringify(was[field] ?? null) !== JSON.stringify(is[field] ?? null))
    .map((field) => fieldLine(world, after, field as Attribute, was[field] ?? null, is[field] ?? null));
}

function fieldLine(world: World, { kind }: AnyRecord, name: Attribute, before: unknown, after: unknown): string {
  const field = t(`attribute.${name}`);
  if (name === 'entrance' || name === 'place') {
    const meters = formatNumber(distanceMeters(before as Position, after as Position), 1);
    return t('history.moved', { field, meters });
  }
  if (name === 'line') {
    const [was = '', is = ''] = [before, after].map((line) => formatNumber(lineLengthMeters(line as LineString)));
    return was === is ? t('history.reshaped', { field }) : t('history.length', { field, before: was, after: is });
  }
  if (name === 'footprint' || name === 'boundary') return t('history.reshaped', { field });
  const [was, is] = [before, after].map((value) => valueText(world, kind, name, value));
  return was === undefined || is === undefined
    ? t('history.altered', { field })
    : t('history.fromTo', { field, before: was, after: is });
}

/** Words for the values of a field, by record where records differ. */
const words: { readonly [field in Attribute]?: (value: string, kind: AnyRecord['kind']) => string } = {
  class: (value) => `class.${value}`,
  use: (value) => `use.${value}`,
  side: (value) => `side.${value}`,
  owner: (value) => `owner.${value}`,
  post: (value) => `post.${value}`,
  madeFor: (value) => `madeFor.${value}`,
  scheme: (value) => `scheme.${value}`,
  system: (value) => `answerSystem.${value}`,
  verdict: (value) => `verdict.${value}`,
  lightSource: (value) => `lightSource.${value}`,
  signKind: (value) => `signKind.${value}`,
  landmarkKind: (value) => `landmark.${value}`,
  state: (value, kind) => `${stateWords[kind] ?? 'device'}.${value}`,
};
const stateWords: { readonly [K in AnyRecord['kind']]?: string } = {
  road: 'roadState',
  house: 'houseState',
  sign: 'signState',
  address: 'address',
};

/** Fields whose values are codes of the program, without words of their own. */
const coded = new Set<string>(['numberedBy', 'entranceOrigin']);

/** Undefined for what is too much for a line: a numbering profile, targets, the answers of a survey. */
function valueText(world: World, kind: AnyRecord['kind'], name: Attribute, value: unknown): string | undefined {
  if (value === null || value === '') return t('history.empty');
  if (typeof value === 'number') return formatNumber(value, 2);
  if (name === 'faces') return (value as readonly string[]).map((face) => face.replace(/\n/g, ' ')).join(' / ');
  if (name === 'parcel') {
    const { sheet, plot } = value as { sheet: string; plot: string };
    return `${sheet}, ${plot}`;
  }
  if (typeof value !== 'string' || coded.has(name)) return undefined;
  if (name === 'headName') return maskedName(value);
  if (name === 'phone') return maskedPhone(value);
  const key = words[name]?.(value, kind);
  if (key) return t(key as TextKey);
  if (name.endsWith('Id')) {
    const record = findRecord(world, value);
    return record ? recordTitle(world, record) : undefined;
  }
  return name === 'date' || name.endsWith('On') ? formatDate(value) : value;
}
