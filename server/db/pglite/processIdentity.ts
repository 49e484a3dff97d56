/** Which process this is, so that a later one with the same number is not taken for it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the system's own words; empty where the system does not tell. */
  readonly startedAt: string;
  /** The machine and the process-number space in which `pid` means something. */
  readonly space: string;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '', space: ownSpace() };
}

export const isInOwnSpace = (identity: ProcessIdentity): boolean => identity.space === ownSpace();

/** Whether that very process still runs. Only for processes of the same space. */
export function isAlive(identity: ProcessIdentity): boolean {
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    // EPERM: it runs, under another account.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const startedAt = startOf(identity.pid);
  if (startedAt === undefined) return false;
  return identity.startedAt === '' || startedAt === '' || startedAt === identity.startedAt;
}

/** Start time of a process; undefined when it is gone, '' where it cannot be told. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = readText(`/proc/${pid}/stat`);
    if (stat === undefined) return undefined;
    // The command name, in brackets, may hold anything: count fields after its end (proc(5): state 3, starttime 22).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readText('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${fields[19] ?? ''}`;
  }
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

let space: string | undefined;

function ownSpace(): string {
  space ??= `${hostname()} ${process.platform === 'linux' ? namespaceOfProcesses() : ''}`;
  return space;
}

function namespaceOfProcesses(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
