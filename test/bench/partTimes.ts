/** What each part of a piece of work took: seconds on the clock, and seconds of this process on its processors. */
import { readFileSync } from 'node:fs';

export interface PartTime {
  wallSeconds: number;
  /** Of all threads, collecting garbage and compiling too; on a busy machine this tells more than the clock. */
  cpuSeconds: number;
}

/** Time goes to one part at a time. */
export class PartTimes {
  readonly parts: Record<string, PartTime> = {};
  #part: PartTime | null = null;
  #wall = 0;
  #cpu: NodeJS.CpuUsage = { user: 0, system: 0 };

  /** From now on time goes to this part; null: to none. */
  enter(name: string | null): void {
    if (this.#part) {
      const { user, system } = process.cpuUsage(this.#cpu);
      this.#part.wallSeconds += (performance.now() - this.#wall) / 1e3;
      this.#part.cpuSeconds += (user + system) / 1e6;
    }
    this.#part = name === null ? null : (this.parts[name] ??= { wallSeconds: 0, cpuSeconds: 0 });
    this.#wall = performance.now();
    this.#cpu = process.cpuUsage();
  }

  get total(): PartTime {
    const all = Object.values(this.parts);
    return {
      wallSeconds: all.reduce((sum, { wallSeconds }) => sum + wallSeconds, 0),
      cpuSeconds: all.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    };
  }

  toString(): string {
    const told = Object.entries({ ...this.parts, whole: this.total });
    return told
      .map(([name, { wallSeconds, cpuSeconds }]) => `${name} ${wallSeconds.toFixed(2)} (${cpuSeconds.toFixed(2)})`)
      .join(', ');
  }
}

/** Processor seconds of another process of this machine so far, to a hundredth (proc(5)); null where it is not here. */
export function cpuSecondsOf(processId: number): number | null {
  try {
    const text = readFileSync(`/proc/${processId}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // Fields 14 and 15 of the line, of which the first two are cut off; Linux counts them in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}
