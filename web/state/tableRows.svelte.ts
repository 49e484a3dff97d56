/** The rows of a table of a file that is looked at: of a long one, those of the open village. */
import type { FileRow } from '../../domain/formats/files/fileFormat.ts';
import { rowsOfVillage, type OfVillage } from '../../domain/formats/imports/ofVillage.ts';
import { villageOf } from '../../domain/records/world.ts';
import { readPage, type SentFile, type SentTable } from '../sync/imports.ts';
import { village } from './village.svelte.ts';

/** Rows that one village can have, with room. */
const mostRows = 40_000;

export class TableRows {
  /** Null until all of them are here. */
  rows = $state.raw<readonly FileRow[] | null>(null);
  /** Rows gone through so far. */
  seen = $state(0);
  problem = $state<'failed' | 'too-many' | null>(null);
  /** How those of the village were told from the others; null where all rows are taken. */
  narrowed = $state.raw<OfVillage['by'] | null>(null);
  #turn = 0;

  /** Nobody looks any more: what is under way ends. */
  leave(): void {
    this.#turn += 1;
    this.rows = null;
  }

  async load(
    file: SentFile,
    tableIndex: number,
    { columns, hasShapes, pageCount, rowCount }: SentTable,
  ): Promise<void> {
    const mine = (this.#turn += 1);
    const own = villageOf(village.world);
    const narrowing = rowCount > mostRows && own ? rowsOfVillage(own, columns, hasShapes) : null;
    this.rows = null;
    this.seen = 0;
    this.narrowed = narrowing?.by ?? null;
    this.problem = rowCount > mostRows && !narrowing ? 'too-many' : null;
    if (this.problem !== null) return;
    const kept: FileRow[] = [];
    for (let page = 0; page < pageCount; page += 1) {
      const answer = await readPage(village.id, file.id, tableIndex, page);
      if (mine !== this.#turn) return;
      if (!answer.ok) return void (this.problem = 'failed');
      for (const row of answer.value) if (!narrowing || narrowing.isOf(row)) kept.push(row);
      if (kept.length > mostRows) return void (this.problem = 'too-many');
      this.seen += answer.value.length;
    }
    this.rows = kept;
  }
}
