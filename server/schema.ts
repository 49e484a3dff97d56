/** Checks data at the boundary against the schemas of the domain: nothing coerced, nothing removed, nothing extra. */
import type { TSchema } from 'typebox';
import Compile from 'typebox/compile';
import { editDefinitions, type EditKind } from '../domain/edits/registry.ts';

export interface SchemaProblem {
  /** JSON pointer to the offending value. */
  readonly path: string;
}

type Check = (value: unknown) => SchemaProblem | undefined;

export function checkOf(schema: TSchema): Check {
  const validator = Compile(schema);
  return (value) => {
    if (validator.Check(value)) return undefined;
    const [first] = validator.Errors(value);
    if (!first) return { path: '' };
    const extra =
      first.keyword === 'additionalProperties'
        ? first.params.additionalProperties[0]
        : first.keyword === 'required'
          ? first.params.requiredProperties[0]
          : undefined;
    return { path: extra === undefined ? first.instancePath : `${first.instancePath}/${extra}` };
  };
}

const inputChecks = new Map<EditKind, Check>();

/** Compiled when first needed: all kinds at once would cost a third of the start-up time. */
export function inputProblem(kind: EditKind, input: unknown): SchemaProblem | undefined {
  let check = inputChecks.get(kind);
  if (!check) {
    check = checkOf(editDefinitions[kind].input);
    inputChecks.set(kind, check);
  }
  return check(input) ?? unstorableText(input);
}

const unstorable = /\0|\p{Surrogate}/u;

/**
 * Text the database cannot hold in any field: NUL and lone surrogates. Other control characters are refused by the
 * rules of the domain with the name of the field.
 */
export function unstorableText(value: unknown, path = ''): SchemaProblem | undefined {
  if (typeof value === 'string') return unstorable.test(value) ? { path } : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, item] of Object.entries(value)) {
    const found = unstorable.test(key) ? { path } : unstorableText(item, `${path}/${key}`);
    if (found) return found;
  }
  return undefined;
}
