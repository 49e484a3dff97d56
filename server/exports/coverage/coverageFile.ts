/** Files about cameras and lamps: criterion 3 as a workbook, devices and what they cover as GeoJSON, the map on paper. */
import { withoutHouseholdCameras } from '../../../domain/coverage/publicDevices.ts';
import { villageCoverage, type CoverageAsked } from '../../../domain/coverage/villageCoverage.ts';
import {
  fullCoverageFields,
  fullGeoJson,
  publicCoverageFields,
  publicGeoJson,
} from '../../../domain/formats/coverage/coverageGeoJson.ts';
import {
  brokenSheet,
  coverageSheet,
  darkSheet,
  levelSheet,
  spacingSheet,
} from '../../../domain/formats/coverage/coverageSheets.ts';
import { cameraSheet, lampSheet } from '../../../domain/formats/coverage/deviceSheet.ts';
import { planSheet } from '../../../domain/formats/coverage/planSheets.ts';
import { toWorkbook, type Sheet } from '../../../domain/formats/xlsx.ts';
import { villageOf, type World } from '../../../domain/records/world.ts';
import { exportFile, type ExportFile } from '../exportFile.ts';
import { coverageMapPdf } from './coverageMapPdf.ts';

/** What is in the file, as the log of files names it. */
export const coverageContents = ['criterion-3', 'coverage', 'coverage-map'] as const;
export type CoverageContents = (typeof coverageContents)[number];

/** Each comes as one kind of file. */
export const coverageFormats = { 'criterion-3': 'xlsx', coverage: 'geojson', 'coverage-map': 'pdf' } as const;

export interface CoverageChoice {
  readonly contents: CoverageContents;
  /**
   * The full variant holds cameras of households and their consent; the map, which has none, what cameras see. For
   * everybody cameras are points.
   */
  readonly variant: 'public' | 'full';
  readonly asked: CoverageAsked;
}

const names = {
  'criterion-3': 'tieu-chi-3',
  coverage: 'camera-va-den',
  'coverage-map': 'ban-do-camera-va-den',
} as const;

export async function coverageFile(whole: World, choice: CoverageChoice, at: Date): Promise<ExportFile> {
  const { contents, variant, asked } = choice;
  const isFull = variant === 'full';
  const world = isFull && contents !== 'coverage-map' ? whole : withoutHouseholdCameras(whole);
  const village = villageOf(world)?.name ?? 'thôn';
  const made = await make[contents](world, isFull, asked, at);
  const file = { ...made, format: coverageFormats[contents], rowCount: world.camera.size + world.lamp.size };
  return exportFile(file, [names[contents], isFull ? 'day-du' : ''], village, at);
}

type Made = Pick<ExportFile, 'content' | 'fields'>;

const make: {
  readonly [C in CoverageContents]: (world: World, isFull: boolean, asked: CoverageAsked, at: Date) => Promise<Made>;
} = {
  async 'criterion-3'(world, isFull, asked, at) {
    const coverage = villageCoverage(world, asked);
    const sheets: readonly Sheet[] = [
      planSheet(world, isFull),
      coverageSheet(coverage, asked),
      levelSheet(coverage),
      darkSheet(world, coverage),
      spacingSheet(world, coverage),
      brokenSheet(world, coverage),
      cameraSheet(world, isFull),
      lampSheet(world),
    ];
    const facts = { title: `Tiêu chí 3 ${villageOf(world)?.name ?? ''}`.trim(), createdAt: at };
    return {
      content: Buffer.from(await toWorkbook(sheets, facts)),
      fields: [...new Set(sheets.flatMap(({ columns }) => columns.map(({ key }) => key)))],
    };
  },
  async coverage(world, isFull, asked) {
    const features = isFull ? fullGeoJson(world, villageCoverage(world, asked)) : publicGeoJson(world);
    return {
      content: Buffer.from(JSON.stringify(features)),
      fields: isFull ? fullCoverageFields : publicCoverageFields,
    };
  },
  async 'coverage-map'(world, isFull, asked, at) {
    return {
      content: await coverageMapPdf(world, isFull, asked, at),
      fields: ['place', 'owner', 'state', ...(isFull ? ['facingDegrees', 'view'] : [])],
    };
  },
};
