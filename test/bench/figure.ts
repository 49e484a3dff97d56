/** One measured figure, printed as one line of JSON. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  /** What we aim at; null where the issue names no aim. */
  readonly aim: number | null;
  readonly better: 'lower' | 'higher';
  readonly unit: string;
}

export type Bench = () => Promise<readonly Figure[]>;

export const inMilliseconds = (figure: string, milliseconds: number, aim: number | null): Figure => ({
  figure,
  value: Math.round(milliseconds * 10) / 10,
  aim,
  better: 'lower',
  unit: 'ms',
});

export const inKilobytes = (figure: string, bytes: number, aim: number | null): Figure => ({
  figure,
  value: Math.round(bytes / 100) / 10,
  aim,
  better: 'lower',
  unit: 'kB',
});

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/** Median time of some runs after a few that warm up. */
export async function medianMilliseconds(work: () => unknown, runs: number, warmUps = 3): Promise<number> {
  const times: number[] = [];
  for (let i = -warmUps; i < runs; i++) {
    const started = performance.now();
    await work();
    if (i >= 0) times.push(performance.now() - started);
  }
  return median(times);
}

/** How every bench and evaluation ends. */
export function printFigures(figures: readonly Figure[]): void {
  for (const figure of figures) console.log(JSON.stringify({ ...figure, value: Math.round(figure.value * 1e4) / 1e4 }));
}
