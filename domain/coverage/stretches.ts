/** Stretches of a road, in metres from its start: sorted, and apart from each other, unless said otherwise. */

export interface Stretch {
  readonly fromMeters: number;
  readonly toMeters: number;
}

/** Two that end and begin this near to each other are one; what is shorter is nothing. */
export const leastMeters = 1e-6;

export const totalMeters = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { fromMeters, toMeters }) => sum + toMeters - fromMeters, 0);

/** Of stretches in any order that may overlap: sorted, joined where they touch. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { fromMeters, toMeters } of [...stretches].sort((a, b) => a.fromMeters - b.fromMeters)) {
    if (toMeters - fromMeters < leastMeters) continue;
    const last = result.at(-1);
    if (last && fromMeters <= last.toMeters + leastMeters) {
      result[result.length - 1] = { fromMeters: last.fromMeters, toMeters: Math.max(last.toMeters, toMeters) };
    } else result.push({ fromMeters, toMeters });
  }
  return result;
}

/** What lies in both. */
export function common(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (let i = 0, j = 0; i < some.length && j < others.length;) {
    const [one, other] = [some[i]!, others[j]!];
    const fromMeters = Math.max(one.fromMeters, other.fromMeters);
    const toMeters = Math.min(one.toMeters, other.toMeters);
    if (toMeters - fromMeters >= leastMeters) result.push({ fromMeters, toMeters });
    if (one.toMeters < other.toMeters) i += 1;
    else j += 1;
  }
  return result;
}

/** What of a whole length lies in none of them. */
export function rest(stretches: readonly Stretch[], lengthMeters: number): Stretch[] {
  const result: Stretch[] = [];
  let from = 0;
  for (const { fromMeters, toMeters } of stretches) {
    if (fromMeters - from >= leastMeters) result.push({ fromMeters: from, toMeters: fromMeters });
    from = Math.max(from, toMeters);
  }
  if (lengthMeters - from >= leastMeters) result.push({ fromMeters: from, toMeters: lengthMeters });
  return result;
}

/** A stretch and how many cover it: at least one. */
export interface Counted extends Stretch {
  readonly count: number;
}

/** How many lists cover a stretch: each list counts once, sorted and apart as it is. */
export function counted(lists: readonly (readonly Stretch[])[]): Counted[] {
  const events = lists
    .flat()
    .flatMap(({ fromMeters, toMeters }): [number, number][] => [
      [fromMeters, 1],
      [toMeters, -1],
    ])
    .sort(([a], [b]) => a - b);
  const result: Counted[] = [];
  let count = 0;
  let from = 0;
  for (const [at, step] of events) {
    const last = result.at(-1);
    if (at - from >= leastMeters && count > 0) {
      if (last?.count === count && from - last.toMeters < leastMeters) {
        result[result.length - 1] = { ...last, toMeters: at };
      } else result.push({ fromMeters: from, toMeters: at, count });
    }
    if (at - from >= leastMeters || count === 0) from = at;
    count += step;
  }
  return result;
}
