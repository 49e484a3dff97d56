/** What the server's thread and the embedded database's worker say to each other. */
export interface WorkerOrders {
  readonly folder: string;
  readonly program: WebAssembly.Module;
}

/** The message of the error when fsync is not to be had. */
export const noFsync = 'commits do not reach fsync';

export type Ask =
  | { readonly sql: string; readonly values: readonly unknown[] }
  | { readonly script: string }
  /** How many fsync calls reached the file system since the opening. */
  | { readonly fsyncs: true }
  | { readonly close: true };

export type ToWorker = Ask & { readonly id: number };

export type PlainError = Readonly<Record<string, string>>;

export interface Answer {
  readonly rows: unknown[];
  readonly affectedRows?: number;
}

export type FromWorker =
  | { readonly ready: true }
  | { readonly failed: PlainError }
  | ({ readonly id: number } & Answer)
  | { readonly id: number; readonly error: PlainError };
