/** A file of outlines of buildings that somebody still has to look at: only what the village has not is taken. */
import { candidateLimit } from '../../edits/candidatesImport.ts';
import type { Polygon } from '../../geometry/shapes.ts';
import { polygonProblem } from '../../geometry/validity.ts';
import type { World } from '../../records/world.ts';
import { polygonsOf } from '../fileShapes.ts';
import { judgeOutlines, type KnownOutline } from '../newOutlines.ts';
import { confidenceOf, type Outline } from '../outlineFiles.ts';
import { rowFault, type Given, type ImportKind, type Incoming, type IncomingRow, type RowFault } from './incoming.ts';
import { featureOfRow, readRows } from './readRows.ts';

export const candidateKind: ImportKind = {
  id: 'candidate',
  fields: [],
  isReady: (_, hasShapes) => hasShapes,
  preview,
};

const knownAs: { readonly [K in Exclude<KnownOutline, 'outside'>]: RowFault } = {
  atHouse: rowFault('known-house'),
  atCandidate: rowFault('known-candidate'),
  atRejected: rowFault('known-rejected'),
};

function preview(world: World, given: Given): Incoming {
  const reads = readRows(given, {});
  const faults = new Map<number, RowFault>();
  const outlines: (Outline & { readonly index: number })[] = [];
  for (const [index, read] of reads.entries()) {
    const feature = featureOfRow(read, given.columns, index);
    const polygons = polygonsOf(feature);
    if (typeof polygons === 'string') {
      faults.set(index, rowFault(polygons));
      continue;
    }
    for (const footprint of polygons) {
      const problem = polygonProblem(footprint);
      if (problem) faults.set(index, rowFault(problem.code));
      else outlines.push({ index, footprint, confidence: confidenceOf(feature) });
    }
  }
  const fresh: Outline[] = [];
  const news = new Map<number, Polygon>();
  const known = new Map<number, RowFault>();
  const drawn = new Map(outlines.map(({ index, footprint }) => [index, footprint]));
  const judged = judgeOutlines(world, outlines);
  for (const [at, { index, footprint, confidence }] of outlines.entries()) {
    const what = judged[at] ?? null;
    const isFull = world.candidate.size + fresh.length >= candidateLimit;
    if (what === 'outside') faults.set(index, rowFault('outside-boundary'));
    else if (what) known.set(index, knownAs[what]);
    else if (isFull) faults.set(index, rowFault('too-many-records', { limit: candidateLimit, given: outlines.length }));
    else {
      fresh.push({ footprint, confidence });
      news.set(index, footprint);
    }
  }
  return {
    rows: reads.map((read, index): IncomingRow => {
      const footprint = news.get(index);
      const isKnown = !footprint && known.has(index) && !faults.has(index);
      return {
        ...{ row: read.row, cells: read.cells, values: read.values, problems: read.problems },
        standing: footprint ? 'added' : isKnown ? 'same' : 'faulty',
        fault: footprint ? null : (faults.get(index) ?? known.get(index) ?? rowFault('nothing-said')),
        ...{ recordId: null, changes: [], house: null, isDoubtful: false },
        shape: footprint ?? drawn.get(index) ?? null,
      };
    }),
    ...{ gone: [], loss: 0, isMost: false },
    edit: (source) => ({
      kind: 'candidates.import',
      input: { source, outlines: fresh.map((outline, at) => ({ id: given.idOf(at + 1), ...outline })) },
    }),
  };
}
