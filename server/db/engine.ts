/** What both databases give: first a connection as owner, then the application's own access under its role. */
import type { Kysely } from 'kysely';
import type { OwnerConnection } from './connection.ts';
import type { Tables } from './tables.ts';

export type DatabaseTarget =
  { readonly kind: 'pglite'; readonly folder: string } | { readonly kind: 'postgres'; readonly url: string };

/** COPY takes no parameters: what is not known here is written by `literal`. */
export type CopyStatement = (literal: (text: string) => string) => string;

export interface Database {
  readonly db: Kysely<Tables>;
  readonly engine: 'pglite' | 'postgres';
  close(): Promise<void>;
  /**
   * What a COPY … TO STDOUT gives, as it comes and over a connection of its own; null where the engine can only hold it
   * whole.
   */
  readonly copyOut: ((statement: CopyStatement) => AsyncIterable<Uint8Array>) | null;
  /** Says that a village has new changes; to be called after the commit. */
  notify(villageId: string): Promise<void>;
  /** Called for every notice of this and other servers; possibly also without a change. Returns how to stop. */
  onNotify(listener: (villageId: string) => void): () => void;
}

/** An opened database before the application takes its role. */
export interface OwnedDatabase {
  readonly connection: OwnerConnection;
  /** Gives up the owner's connection and takes the application's role. Call once, after migrating. */
  toApplication(): Promise<Database>;
  close(): Promise<void>;
}
