/** From a file opened for its shapes to the events of a file: the survey, then its tables one after another. */
import { note, type FileNote } from '../fileFault.ts';
import type { ByteSource, FileEvent, FileRow } from '../fileFormat.ts';
import type { ReadLimits } from '../readLimits.ts';
import type { ExpectedPlace } from '../coordinates.ts';
import { mapPositions, refuse, type OpenedShapes, type RawFeature } from './rawShapes.ts';
import type { Convert } from './referenceSystem.ts';
import { Survey, type SurveyedTable } from './survey.ts';

/** Where nothing is known of the place: numbers of a grid without a name are then refused. */
const anywhere: ExpectedPlace = { box: null, grid: null };

/** Throws FileRefused; the notes come before the rows they are about. Both passes count for half of `readBytes` each. */
export async function* readShapes(
  source: ByteSource,
  opened: OpenedShapes,
  limits: ReadLimits,
  expected: ExpectedPlace = anywhere,
): AsyncGenerator<FileEvent, void> {
  const survey = new Survey(limits, opened.tables);
  for await (const { features, readBytes } of opened.features()) {
    for (const feature of features) survey.take(feature);
    yield { readBytes: Math.floor(readBytes / 2) };
  }
  if (survey.tables.size === 0) refuse('empty');
  const { converters, notes } = survey.converters(opened.systemOf, expected);
  const all = [...opened.notes, ...notes];
  const tables = [...survey.tables.values()];
  let readBytes = 0;
  const passes = survey.isInterleaved ? tables.map((table) => [table]) : [tables];
  for (const [at, pass] of passes.entries()) {
    for await (const event of rowsOf(opened, pass, converters, all)) {
      if (!('readBytes' in event)) yield event;
      else {
        readBytes = Math.floor((source.size + (at * source.size + event.readBytes) / passes.length) / 2);
        yield { readBytes };
      }
    }
  }
  if (readBytes < source.size) yield { readBytes: source.size };
}

async function* rowsOf(
  opened: OpenedShapes,
  tables: readonly SurveyedTable[],
  converters: ReadonlyMap<string, Convert>,
  notes: readonly FileNote[],
): AsyncGenerator<FileEvent, void> {
  const rest = new Map(tables.map((table) => [table.name, table]));
  let current: SurveyedTable | null = null;
  let row = 0;
  const begin = function* (table: SurveyedTable): Generator<FileEvent> {
    rest.delete(table.name);
    yield { table: { name: table.name, columns: headingsOf(table), decimal: '.' } };
    const isFirst = tables[0] === table;
    for (const one of notes) if (one.table === table.name || (one.table === null && isFirst)) yield { note: one };
    yield* notesOf(table);
  };
  for await (const piece of opened.features()) {
    let rows: FileRow[] = [];
    for (const feature of piece.features) {
      if (feature.table !== current?.name) {
        const next = rest.get(feature.table);
        if (!next) continue;
        if (rows.length > 0) yield { rows };
        rows = [];
        // Those without rows stand where the file has them.
        for (const before of [...rest.values()].slice(0, [...rest.keys()].indexOf(next.name))) {
          if (before.rows === 0) yield* begin(before);
        }
        yield* begin(next);
        current = next;
        row = 0;
      }
      row += 1;
      rows.push(rowOf(feature, row, current, converters.get(current.name)));
    }
    if (rows.length > 0) yield { rows };
    yield { readBytes: piece.readBytes };
  }
  for (const table of rest.values()) if (table.rows === 0) yield* begin(table);
}

function rowOf(feature: RawFeature, row: number, table: SurveyedTable, convert: Convert | undefined): FileRow {
  const cells = new Array<string | null>(table.columns.size).fill(null);
  for (const [heading, text] of feature.cells) cells[table.columns.get(heading)!] = text;
  const geometry = feature.geometry && convert ? mapPositions(feature.geometry, convert) : null;
  return { row, cells, geometry };
}

const headingsOf = ({ columns }: SurveyedTable): string[] => {
  const taken = new Set(columns.keys());
  return [...columns.keys()].map((heading, index) => (heading === '' ? unusedName(index, taken) : heading));
};

/** A column without a heading: the letters of spreadsheets. */
function unusedName(index: number, taken: ReadonlySet<string>): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return taken.has(letters) ? `${letters} (${index + 1})` : letters;
}

function* notesOf({ name, shapeless, partial, rows }: SurveyedTable): Generator<FileEvent> {
  // A table none of whose rows has a shape is a plain table.
  if (shapeless.count > 0 && shapeless.count < rows) {
    yield { note: note('feature-without-shape', { table: name, row: shapeless.row }, { count: shapeless.count }) };
  }
  if (partial.count > 0) {
    yield { note: note('shape-left-out', { table: name, row: partial.row }, { count: partial.count }) };
  }
}
