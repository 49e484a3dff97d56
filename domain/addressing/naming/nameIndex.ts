/** Names arranged so that those like a given one are found without comparing it with each. */
import { nameForms, type NameForms } from './nameForms.ts';
import { hasInitials, longestMistyped, nameRelations, relationOf, serials, type NameRelation } from './nameRelation.ts';

export interface SimilarName<K> {
  readonly key: K;
  readonly name: string;
  readonly relation: Exclude<NameRelation, 'different'>;
}

/** A name with what it is found by: the part of an index that depends on no other name. */
export interface TracedName {
  readonly name: string;
  readonly forms: NameForms;
  readonly traces: ReadonlySet<string>;
}

interface Entry<K> {
  readonly key: K;
  readonly name: string;
  readonly forms: NameForms;
}

export interface NameIndex<K> {
  readonly entries: readonly Entry<K>[];
  /** By the name, the bare name, and that with any one letter left out: names one typing error apart share one. */
  readonly byTrace: ReadonlyMap<string, readonly number[]>;
  /** Names with initials, which may begin like many others. */
  readonly initialed: readonly number[];
}

export function traceName(name: string): TracedName {
  const forms = nameForms(name);
  return { name, forms, traces: tracesOf(forms) };
}

export const indexNames = <K>(names: Iterable<readonly [key: K, name: string]>): NameIndex<K> =>
  indexTraced([...names].map(([key, name]) => [key, traceName(name)] as const));

/** The same of names traced before: most of the work is in the tracing. */
export function indexTraced<K>(names: Iterable<readonly [key: K, traced: TracedName]>): NameIndex<K> {
  const entries: Entry<K>[] = [];
  const byTrace = new Map<string, number[]>();
  const initialed: number[] = [];
  for (const [key, { name, forms, traces }] of names) {
    const at = entries.push({ key, name, forms }) - 1;
    if (hasInitials(forms.bare)) initialed.push(at);
    for (const trace of traces) {
      const others = byTrace.get(trace);
      if (others) others.push(at);
      else byTrace.set(trace, [at]);
    }
  }
  return { entries, byTrace, initialed };
}

/** All names that are more than different, in the order in which they were given. */
export function similarNames<K>(index: NameIndex<K>, name: string): readonly SimilarName<K>[] {
  const forms = nameForms(name);
  const candidates = new Set(hasInitials(forms.bare) ? index.entries.keys() : index.initialed);
  for (const trace of tracesOf(forms)) for (const at of index.byTrace.get(trace) ?? []) candidates.add(at);
  return [...candidates]
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const { key, name: other, forms: otherForms } = index.entries[at]!;
      const relation = relationOf(forms, otherForms);
      return relation === 'different' ? [] : [{ key, name: other, relation }];
    });
}

/** Those meant by a name: the ones most like it, none that is only near. */
export function bestSimilar<K>(index: NameIndex<K>, name: string): readonly SimilarName<K>[] {
  const found = similarNames(index, name).filter(({ relation }) => relation !== 'near');
  const best = nameRelations.find((relation) => found.some((one) => one.relation === relation));
  return found.filter(({ relation }) => relation === best);
}

/** The serials stay outside: only words can be mistyped. */
function tracesOf({ bare, simple }: NameForms): Set<string> {
  const fixed = `${serials(bare)}|`;
  const traces = new Set([`=${simple}`, fixed + bare]);
  if (bare.length > longestMistyped) return traces;
  for (let i = 0; i < bare.length; i += 1) traces.add(fixed + bare.slice(0, i) + bare.slice(i + 1));
  return traces;
}
