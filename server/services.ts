/** What the routes work with; everything is given, nothing is global. */
import type { Background } from './config.ts';
import type { Database } from './db/open.ts';
import type { HeldLimits } from './heldFiles.ts';
import type { ImportLimits } from './imports/importLimits.ts';
import type { Reporter } from './report.ts';

export interface Services {
  readonly database: Database;
  readonly clock: () => Date;
  readonly background: Background;
  readonly limits: Limits;
  /** What files may be that are taken in. */
  readonly imports?: ImportLimits | undefined;
  /** Files written ahead, to be taken. */
  readonly outgoing?: HeldLimits | undefined;
  readonly report: Reporter;
  /** Where people find this server, for what is printed (https://sonha.vn); null: as the request names it. */
  readonly publicUrl: string | null;
}

/** Requests allowed in a window, before they are refused with 429. */
export interface Limits {
  /** Each costs a password hash of 20 ms on one core. */
  readonly signInsPerAddress: Window;
  readonly signInsPerAccount: Window;
  readonly exportsPerAccount: Window;
  /** Each costs a second of one core. */
  readonly photosPerAccount: Window;
  /** Files begun to be sent; each is read for seconds, one after another. */
  readonly importsPerAccount: Window;
  /** Of public pages of houses: a person scans plates one by one. */
  readonly housePagesPerAddress: Window;
}

export interface Window {
  readonly max: number;
  readonly milliseconds: number;
}

export const defaultLimits: Limits = {
  signInsPerAddress: { max: 30, milliseconds: 5 * 60_000 },
  signInsPerAccount: { max: 15, milliseconds: 15 * 60_000 },
  exportsPerAccount: { max: 30, milliseconds: 60_000 },
  photosPerAccount: { max: 40, milliseconds: 60_000 },
  importsPerAccount: { max: 20, milliseconds: 60_000 },
  housePagesPerAddress: { max: 60, milliseconds: 60_000 },
};
