/** Names, phones and answers of persons, taken out of what stays in the log for ever (RULES §6). */

/** The person fields of a household, in records and in edits alike, and what stands in their place. */
const withheld: Readonly<Record<string, unknown>> = { headName: null, phone: null, surveyAnswers: {} };

/** The same value without person data, or these fields of it; the very same object when there is none in it. */
export function withoutPersonData<T>(value: T, fields: readonly string[] = Object.keys(withheld)): T {
  return strip(value, new Set(fields)) as T;
}

function strip(value: unknown, fields: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => strip(item, fields));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const stripped = entries.map(([key, item]) => [key, fields.has(key) ? withheld[key] : strip(item, fields)] as const);
  const differs = stripped.some(([, item], index) => {
    const was = entries[index]?.[1] as unknown;
    return item !== was && !(isEmptyObject(item) && isEmptyObject(was));
  });
  return differs ? Object.fromEntries(stripped) : value;
}

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
