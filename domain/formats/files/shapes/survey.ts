/** The first pass over a file of shapes: which tables and columns there are, and what the numbers of its places mean. */
import { positionsOfShape } from '../fileShape.ts';
import { gridPlaceOf } from '../../../geometry/vn2000.ts';
import { FileRefused } from '../fileFormat.ts';
import { fault, note, type FileNote, type FilePlace } from '../fileFault.ts';
import type { ReadLimits } from '../readLimits.ts';
import {
  converterOf,
  isCoordinateProblem,
  kindOfPair,
  recogniseCoordinates,
  type CoordinatePair,
  type ExpectedPlace,
  type PairKind,
} from '../coordinates.ts';
import { checkCell, refuse, type OpenedShapes, type RawFeature } from './rawShapes.ts';
import type { Convert, SourceSystem } from './referenceSystem.ts';

export interface SurveyedTable {
  readonly name: string;
  readonly columns: Map<string, number>;
  rows: number;
  /** How many and the first, as notes are written. */
  readonly shapeless: Counted;
  readonly partial: Counted;
}

interface Counted {
  count: number;
  row: number | null;
}

interface SystemSurvey {
  readonly first: Map<PairKind, FilePlace>;
  readonly pairs: CoordinatePair[];
  swapped: Counted;
  readonly tables: Set<string>;
}

/** Pairs that are looked at for order and grid; all are looked at for their kind. */
const sampledPairs = 2000;

export class Survey {
  readonly tables = new Map<string, SurveyedTable>();
  /** Some table comes again after another: rows are then gone through once for each. */
  isInterleaved = false;
  readonly #limits: ReadLimits;
  readonly #systems = new Map<SourceSystem, SystemSurvey>();
  readonly #bySurveyedTable = new Map<string, SystemSurvey>();
  #rows = 0;
  #last: SurveyedTable | null = null;

  constructor(limits: ReadLimits, known: OpenedShapes['tables']) {
    this.#limits = limits;
    for (const { name, columns } of known) for (const column of columns) this.#column(this.#table(name), column);
  }

  take(feature: RawFeature): void {
    const table = this.#last?.name === feature.table ? this.#last : this.#table(feature.table);
    if (table !== this.#last) {
      if (table.rows > 0) this.isInterleaved = true;
      this.#last = table;
    }
    table.rows += 1;
    this.#rows += 1;
    const place: FilePlace = { table: table.name, row: table.rows, column: null };
    if (this.#rows > this.#limits.rows) refuse('too-many-rows', place, { limit: this.#limits.rows });
    for (const [heading, text] of feature.cells) {
      this.#column(table, heading);
      checkCell(text, this.#limits, { ...place, column: heading });
    }
    if (feature.isPartial) countUp(table.partial, table.rows);
    if (!feature.geometry) countUp(table.shapeless, table.rows);
    else this.#shape(feature, place);
  }

  #table(name: string): SurveyedTable {
    const known = this.tables.get(name);
    if (known) return known;
    const table: SurveyedTable = {
      name,
      columns: new Map(),
      rows: 0,
      shapeless: { count: 0, row: null },
      partial: { count: 0, row: null },
    };
    this.tables.set(name, table);
    if (this.tables.size > this.#limits.tables)
      refuse('too-many-tables', { table: name }, { limit: this.#limits.tables });
    return table;
  }

  #column(table: SurveyedTable, heading: string): void {
    if (table.columns.has(heading)) return;
    table.columns.set(heading, table.columns.size);
    if (table.columns.size > this.#limits.columns) {
      refuse('too-many-columns', { table: table.name, column: heading }, { limit: this.#limits.columns });
    }
  }

  #shape({ table, geometry }: RawFeature, place: FilePlace): void {
    let survey = this.#bySurveyedTable.get(table);
    if (!survey) {
      survey = { first: new Map(), pairs: [], swapped: { count: 0, row: null }, tables: new Set() };
      this.#bySurveyedTable.set(table, survey);
    }
    const { first, pairs, swapped } = survey;
    let vertices = 0;
    positionsOfShape(geometry!).forEach((position) => {
      vertices += 1;
      const kind = kindOfPair(position);
      if (!first.has(kind)) {
        if (kind === 'not-finite') refuse('coordinates-not-finite', place);
        first.set(kind, place);
      }
      if (vertices === 1 && pairs.length < sampledPairs) pairs.push(position);
      if (kind === 'grid' && gridPlaceOf(...position)?.isPaperOrder) countUp(swapped, place.row!);
    });
    if (vertices > this.#limits.vertices) {
      refuse('too-many-vertices', place, { limit: this.#limits.vertices, given: vertices });
    }
  }

  /** How the places of each table become WGS 84, and what is to be said of it; throws FileRefused where it cannot be known. */
  converters(
    systemOf: OpenedShapes['systemOf'],
    expected: ExpectedPlace,
  ): {
    readonly converters: ReadonlyMap<string, Convert>;
    readonly notes: readonly FileNote[];
  } {
    for (const [table, survey] of this.#bySurveyedTable) joinSurveys(this.#systems, systemOf(table), survey, table);
    const notes: FileNote[] = [];
    const converters = new Map<string, Convert>();
    for (const [system, survey] of this.#systems) {
      const convert = converterFor(system, survey, expected, notes);
      for (const table of survey.tables) converters.set(table, convert);
    }
    return { converters, notes };
  }
}

const countUp = (counted: Counted, row: number): void => {
  counted.count += 1;
  counted.row ??= row;
};

/** What is of one system must be of one kind, in whatever tables it stands. */
function joinSurveys(systems: Map<SourceSystem, SystemSurvey>, system: SourceSystem, one: SystemSurvey, table: string) {
  const all = systems.get(system);
  if (!all) {
    one.tables.add(table);
    systems.set(system, one);
    return;
  }
  all.tables.add(table);
  for (const [kind, place] of one.first) if (!all.first.has(kind)) all.first.set(kind, place);
  all.pairs.push(...one.pairs.slice(0, sampledPairs - all.pairs.length));
  all.swapped.count += one.swapped.count;
}

function converterFor(system: SourceSystem, survey: SystemSurvey, expected: ExpectedPlace, notes: FileNote[]): Convert {
  const { first, swapped } = survey;
  const [table = null] = survey.tables;
  switch (system.kind) {
    case 'unknown':
      return refuse('reference-system-unknown', { table }, { name: system.name });
    case 'converted':
      if (system.isVn2000) notes.push(note('from-vn2000', { table }, { grid: system.name }));
      return system.convert;
    case 'grid': {
      // Degrees under a grid that the file says: one of both is wrong.
      const other = first.get('degrees') ?? first.get('other');
      if (other) refuse('coordinates-mixed', other, { grid: system.grid.name });
      notes.push(note('from-vn2000', { table }, { grid: system.grid.name }));
      if (swapped.count > 0) notes.push(note('axes-swapped', { table, row: swapped.row }, { count: swapped.count }));
      return converterOf({ kind: 'grid', order: 'xy', grid: system.grid });
    }
    case 'recognised':
      return recognisedConverter(survey, table, expected, notes);
  }
}

function recognisedConverter(
  { first, pairs, swapped }: SystemSurvey,
  table: string | null,
  expected: ExpectedPlace,
  notes: FileNote[],
): Convert {
  const [, another] = first.values();
  if (another) refuse('coordinates-mixed', another);
  const reading = recogniseCoordinates(pairs, expected);
  if (isCoordinateProblem(reading)) {
    const { index, alternatives } = reading;
    const names = alternatives.map(({ grid }) => grid?.name ?? '').join(', ');
    const [place] = first.values();
    throw new FileRefused(
      fault(
        'reference-system-unknown',
        index === null ? { table } : (place ?? { table }),
        names === '' ? {} : { grids: names },
      ),
    );
  }
  if (reading.kind === 'grid') {
    const grid = reading.grid!.name;
    notes.push(note('from-vn2000', { table }, { grid }));
    if (reading.certainty !== 'sure') notes.push(note('reference-system-assumed', { table }, { grid }));
    if (swapped.count > 0) notes.push(note('axes-swapped', { table, row: swapped.row }, { count: swapped.count }));
  } else if (reading.order === 'yx') notes.push(note('axes-swapped', { table }));
  return reading.convert;
}
