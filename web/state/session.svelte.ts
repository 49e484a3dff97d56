/** Who is signed in on this screen and what this installation offers. */
import type { Failure } from '../sync/api.ts';
import {
  readSession,
  signIn as sendSignIn,
  signOut as sendSignOut,
  type SessionBody,
  type Settings,
  type SignedInUser,
  type VillageAccess,
} from '../sync/session.ts';

export type SessionStatus = 'loading' | 'unreachable' | 'signed-out' | 'signed-in' | 'expired';

const noSettings: Settings = { background: { kind: 'none', url: '', attribution: '' }, sample: false };

let status = $state<SessionStatus>('loading');
let user = $state.raw<SignedInUser | null>(null);
let villages = $state.raw<readonly VillageAccess[]>([]);
let settings = $state.raw<Settings>(noSettings);

export const session = {
  get status(): SessionStatus {
    return status;
  },
  get user(): SignedInUser | null {
    return user;
  },
  get villages(): readonly VillageAccess[] {
    return villages;
  },
  get settings(): Settings {
    return settings;
  },
};

export async function startSession(): Promise<void> {
  status = 'loading';
  const answer = await readSession();
  if (answer.ok) take(answer.value);
  else status = 'unreachable';
}

/** Null when signed in, else why not. */
export async function signIn(username: string, password: string): Promise<Failure | null> {
  const answer = await sendSignIn(username, password);
  if (!answer.ok) return answer;
  take(answer.value);
  return null;
}

/** Null when signed out, else why not: while the server knows the session, the next person at this screen has it. */
export async function signOut(): Promise<Failure | null> {
  const answer = await sendSignOut();
  if (!answer.ok && answer.status !== 401) return answer;
  user = null;
  villages = [];
  status = 'signed-out';
  return null;
}

/** Asks whether the session has ended: a lost line does not say why it was lost. */
export async function askSession(): Promise<void> {
  const answer = await readSession();
  if (answer.ok && !answer.value.user) sessionExpired();
}

/** The server no longer knows this session: what waits to be sent waits until the person signs in again. */
export function sessionExpired(): void {
  if (status === 'signed-in') status = 'expired';
}

function take(body: SessionBody): void {
  user = body.user;
  villages = body.villages;
  settings = body.settings;
  status = body.user ? 'signed-in' : 'signed-out';
}
