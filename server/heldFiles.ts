/**
 * Files on their way in or out: worked on one after another, and kept beside the database (never in it) until whoever
 * they belong to is done with them, or for some hours. A page that is loaded again finds them where they were; a server
 * that is started again has forgotten them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Id } from '../domain/records/fields.ts';
import { ApiError } from './errors.ts';

export interface HeldLimits {
  /** Files of one account at a time; the oldest that is worked on no more makes room. */
  readonly perAccount: number;
  /** Files of everybody at a time, and their bytes together. */
  readonly files: number;
  readonly bytes: number;
  /** Milliseconds after the last time anybody asked for it. */
  readonly keptMs: number;
}

export interface HeldFile {
  readonly id: Id;
  readonly villageId: Id;
  readonly accountId: Id;
}

interface Surroundings<File extends HeldFile, Part extends string> {
  /** Of the folder, for whoever looks into the machine's temporary files. */
  readonly name: string;
  readonly clock: () => Date;
  readonly limits: HeldLimits;
  readonly failure: (error: unknown, where: string) => void;
  /** Each is a file of its own. */
  readonly parts: readonly Part[];
  readonly bytesOf: (file: File) => number;
  readonly isIdle: (file: File) => boolean;
}

interface Kept<File> {
  readonly file: File;
  readonly cancel: AbortController;
  touched: number;
}

export class HeldFiles<File extends HeldFile, Part extends string> {
  readonly #around: Surroundings<File, Part>;
  readonly #held = new Map<Id, Kept<File>>();
  #folder: Promise<string> | null = null;
  #turn: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(around: Surroundings<File, Part>) {
    this.#around = around;
  }

  /** To be read and written by this process only. */
  async place({ id }: HeldFile, part: Part): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), `so-nha-${this.#around.name}-`));
    return join(await this.#folder, `${id}.${part}`);
  }

  /** What was begun under an id before, if it was the same person's. Throws ApiError edit-id-reused when not. */
  begun(asked: HeldFile): File | null {
    const known = this.#held.get(asked.id)?.file;
    if (known && (known.accountId !== asked.accountId || known.villageId !== asked.villageId)) {
      throw new ApiError('edit-id-reused');
    }
    return known ?? null;
  }

  /** Makes room first. Throws ApiError too-many-requests when there is none. */
  async add(file: File): Promise<void> {
    const { limits, bytesOf, isIdle } = this.#around;
    for (const { file: held, touched } of this.#held.values()) {
      if (this.#now() - touched > limits.keptMs) await this.remove(held);
    }
    const own = this.#all().filter(({ accountId }) => accountId === file.accountId);
    if (own.length >= limits.perAccount) {
      const oldest = own.find(isIdle);
      if (!oldest) throw noRoom();
      await this.remove(oldest);
    }
    if (this.#held.size >= limits.files || this.bytes() + bytesOf(file) > limits.bytes) throw noRoom();
    this.#held.set(file.id, { file, cancel: new AbortController(), touched: this.#now() });
  }

  /** Of this account in this village, the latest first. */
  list(villageId: Id, accountId: Id): readonly File[] {
    return this.#all()
      .filter((file) => file.villageId === villageId && file.accountId === accountId)
      .toReversed();
  }

  /** Throws ApiError not-found, also for what is another's. */
  find(villageId: Id, accountId: Id, id: Id): File {
    const kept = this.#held.get(id);
    if (!kept || kept.file.villageId !== villageId || kept.file.accountId !== accountId) {
      throw new ApiError('not-found');
    }
    kept.touched = this.#now();
    return kept.file;
  }

  has({ id }: HeldFile): boolean {
    return this.#held.has(id);
  }

  /** Given when it is removed, or everything ends. */
  signalOf({ id }: HeldFile): AbortSignal {
    return this.#held.get(id)?.cancel.signal ?? AbortSignal.abort();
  }

  /** Of all that is held. */
  bytes(): number {
    return this.#all().reduce((sum, file) => sum + this.#around.bytesOf(file), 0);
  }

  /** When those before are done; not at all if it was removed meanwhile. */
  inTurn(file: File, work: () => Promise<void>, failed: () => void): Promise<void> {
    const turn = this.#turn
      .then(async () => {
        if (!this.#isClosed && this.has(file)) await work();
      })
      .catch((error: unknown) => {
        failed();
        this.#around.failure(error, this.#around.name);
      });
    this.#turn = turn;
    return turn;
  }

  /** What is under way for it ends. */
  async remove(file: HeldFile): Promise<void> {
    const kept = this.#held.get(file.id);
    if (!kept) return;
    this.#held.delete(file.id);
    kept.cancel.abort();
    for (const part of this.#around.parts) await this.removePart(file, part);
  }

  async removePart(file: HeldFile, part: Part): Promise<void> {
    await rm(await this.place(file, part), { force: true });
  }

  /** `end`: what ends the work that is under way. */
  async close(end: () => void = () => undefined): Promise<void> {
    this.#isClosed = true;
    for (const { cancel } of this.#held.values()) cancel.abort();
    end();
    await this.#turn;
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
  }

  #all(): File[] {
    return [...this.#held.values()].map(({ file }) => file);
  }

  #now(): number {
    return this.#around.clock().getTime();
  }
}

const noRoom = () => new ApiError('too-many-requests', { retryAfterSeconds: 60 });
