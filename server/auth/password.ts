/** Passwords: argon2id at 19 MiB, two passes, one lane (OWASP), and the same work for accounts that do not exist. */
import { hash, verify } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const passwordLength = { minimum: 8, maximum: 128 } as const;

/** Unicode is compared in one form: the same password typed on another keyboard must match. */
const form = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(form(password), cost);

let decoy: Promise<string> | undefined;

/** @param stored the account's hash, or null when there is no such account: then as slow, and false. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(generatedPassword());
  const known = stored ?? (await decoy);
  return (await verify(known, form(password))) && stored !== null;
}

/** Letters that are not mistaken for each other on paper (no 0 O 1 l i). */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Three groups of five, about 74 bits: `k7mqp-x2hdn-9tbwf`. */
export function generatedPassword(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group()].join('-');
}
