/** What the server writes about itself: one JSON line each on stderr, never what people sent or are called. */

export interface Reporter {
  /** A security event: who was refused what, by id and address. */
  event(name: string, facts: Readonly<Record<string, string | number | null>>): void;
  /** A bug or a failing part; the person only gets "internal". */
  failure(error: unknown, where: string): void;
}

export const reportTo = (write: (line: string) => void): Reporter => ({
  event: (name, facts) => write(JSON.stringify({ at: new Date().toISOString(), event: name, ...facts })),
  failure: (error, where) => write(JSON.stringify({ at: new Date().toISOString(), failure: where, ...outline(error) })),
});

/** Kind, code and place of an error. Its message may quote a row, so it stays out of the log. */
export function outline(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(table === undefined ? {} : { table }),
    ...(constraint === undefined ? {} : { constraint }),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: outline(error.cause) }),
  };
}
