/** Names of ways: how one is called, and what is wrong or doubtful about a name (RULES §2). */
import type { LineString } from '../geometry/shapes.ts';
import type { Id } from '../records/fields.ts';
import type { Road, RoadClass } from '../records/road.ts';
import type { World } from '../records/world.ts';
import { numberChain } from './fullNumber.ts';
import { writtenOut } from './naming/abbreviations.ts';
import { laneNameWarnings } from './naming/laneNames.ts';
import { namesAround, namesInVillage, type SameNameProblem } from './naming/otherNames.ts';
import { classWords, splitClassWord } from './roadClass.ts';
import { foldText, normalizeText } from './vietnameseText.ts';
import { warn, type Warning } from './warning.ts';

export { foldText, normalizeText };

/** "Đường Đền Hàn", "Ngõ 5", "Ngách 5/4", or the class word and "chưa đặt tên". */
export function roadLabel(world: World, road: Road): string {
  if (road.name !== null) return road.name;
  const word = classWords[road.class].vi;
  return road.numberName === null ? `${word} chưa đặt tên` : `${word} ${numberChain(world, road).join('/')}`;
}

/** Whether it is called something at all: by a name, or by the number it has among the lanes around. */
export const isNamed = ({ name, numberName }: Pick<Road, 'name' | 'numberName'>): boolean =>
  name !== null || numberName !== null;

export const longestRoadName = 100;

export type RoadNameProblemCode =
  'text-empty' | 'text-too-long' | 'text-control-character' | 'text-markup' | 'text-formula' | SameNameProblem['code'];

export interface RoadNameProblem {
  readonly code: RoadNameProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly recordIds: readonly Id[];
}

export interface RoadNameCheck {
  /** Each of these refuses the name. */
  readonly problems: readonly RoadNameProblem[];
  /** Each of these is told and allowed. */
  readonly warnings: readonly Warning[];
}

/** The way to be named, as far as its name is concerned. */
export interface WayToName {
  readonly roadId: Id | null;
  readonly class: RoadClass;
  readonly parentRoadId: Id | null;
  readonly line?: LineString;
}

/**
 * Judges a name as typed; it is stored in its normal form, and judged in that form: within the village, and against
 * what the world knows of roads around (RULES §2.1: once in a commune, told in the province).
 */
export function checkRoadName(world: World, road: WayToName, typed: string): RoadNameCheck {
  const name = normalizeText(typed);
  const own = road.roadId === null ? [] : [road.roadId];
  const problem = (code: RoadNameProblemCode, params = {}, others: readonly Id[] = []): RoadNameProblem => ({
    code,
    params,
    recordIds: [...own, ...others],
  });
  if (name === '') return { problems: [problem('text-empty', { field: 'name' })], warnings: [] };
  const problems: RoadNameProblem[] = [];
  const warnings: Warning[] = [];

  if (name.length > longestRoadName) {
    problems.push(problem('text-too-long', { length: name.length, longest: longestRoadName }));
  }
  // Controls, and invisible characters that let two different names look alike.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name))
    problems.push(problem('text-control-character', { field: 'name' }));
  if (/[<>]/.test(name)) problems.push(problem('text-markup', { field: 'name' }));
  if (/^['"\s]*[=+\-@|＝＋－＠]/u.test(name)) problems.push(problem('text-formula', { field: 'name' }));

  const others = [
    namesInVillage(world, road, name),
    ...(road.class === 'road' ? [namesAround(world, name, road.line ?? null)] : []),
  ];
  for (const found of others) {
    problems.push(...found.problems.map(({ code, params, recordIds }) => problem(code, params, recordIds)));
    warnings.push(...found.warnings.map(({ code, params, recordIds }) => warn(code, [...own, ...recordIds], params)));
  }

  if (typed.normalize('NFC') !== typed) warnings.push(warn('name-not-normalized', own, { name }));
  const full = writtenOut(name);
  if (full !== name) warnings.push(warn('name-abbreviated', own, { name, full }));
  const { word, class: classOfWord } = splitClassWord(full);
  if (road.class === 'road') {
    if (word === null) warnings.push(warn('name-without-class-word', own, { name, word: classWords.road.vi }));
    else if (classOfWord !== 'road') warnings.push(warn('name-of-another-class', own, { name, word }));
  } else if (road.class !== 'access') {
    warnings.push(...laneNameWarnings(world, road, full));
    if (classOfWord === 'road' && word !== null) warnings.push(warn('name-of-another-class', own, { name, word }));
  }
  return { problems, warnings };
}
