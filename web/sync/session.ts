/** Who is signed in, which villages they may open, and the settings of this installation. */
import type { Role } from '../../domain/permissions.ts';
import type { Id } from '../../domain/records/fields.ts';
import { call, type Answer } from './api.ts';

export interface SignedInUser {
  readonly id: Id;
  readonly username: string;
  readonly displayName: string;
}

export interface VillageAccess {
  readonly id: Id;
  readonly name: string;
  readonly role: Role;
  readonly isSample: boolean;
}

export interface Settings {
  readonly background: {
    readonly kind: 'none' | 'raster' | 'pmtiles';
    readonly url: string;
    readonly attribution: string;
  };
  /** True where the sample village and its accounts are present. */
  readonly sample: boolean;
}

export interface SessionBody {
  readonly user: SignedInUser | null;
  readonly villages: readonly VillageAccess[];
  readonly settings: Settings;
}

const path = '/api/session';

export const readSession = (): Promise<Answer<SessionBody>> => call('GET', path);

export const signIn = (username: string, password: string): Promise<Answer<SessionBody>> =>
  call('POST', path, { username, password });

export const signOut = (): Promise<Answer<void>> => call('DELETE', path);
