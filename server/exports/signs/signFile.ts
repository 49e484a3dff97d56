/** Files of an order of signs: workbook, papers, outlines for the workshop. None says anything about people. */
import { setImmediate } from 'node:timers/promises';
import { foldText } from '../../../domain/addressing/roadName.ts';
import { isInFile, type OrderFormat } from '../../../domain/formats/orderFormats.ts';
import { plateColumns, plateRows } from '../../../domain/formats/plateSheet.ts';
import { signOrderSheets } from '../../../domain/formats/signOrderSheets.ts';
import { problemWords, signKindWords } from '../../../domain/formats/signWords.ts';
import { toWorkbook, toXlsx } from '../../../domain/formats/xlsx.ts';
import type { Id } from '../../../domain/records/fields.ts';
import type { Sign } from '../../../domain/records/sign.ts';
import { villageOf, type World } from '../../../domain/records/world.ts';
import type { FaceProblem } from '../../../domain/signs/face/faceDrawing.ts';
import { faceSvg } from '../../../domain/signs/face/faceSvg.ts';
import type { HousePlate } from '../../../domain/signs/housePlates.ts';
import type { SignOrder } from '../../../domain/signs/orderLines.ts';
import { signProfileOf } from '../../../domain/signs/villageSigns.ts';
import { contentTypes, exportFile, fileName, type ExportFile } from '../exportFile.ts';
import { orderPdf } from './orderPdf.ts';
import { drawPlate, plateFields, platesPdf, type PageOfCode } from './platesPdf.ts';
import { drawOneFace, facesOfSign } from './signFaces.ts';
import { typeface } from './typeface.ts';
import { zipOf } from './zipOf.ts';

export interface SignFile {
  readonly content: Buffer;
  readonly contentType: string;
  readonly fileName: string;
  /** The signs in it. */
  readonly rowCount: number;
}

export const plateFormats = ['xlsx', 'pdf'] as const;
export type PlateFormat = (typeof plateFormats)[number];

const nameOf = (world: World): string => villageOf(world)?.name ?? 'thôn';

export async function orderFile(world: World, order: SignOrder, format: OrderFormat, at: Date): Promise<SignFile> {
  const make = { xlsx: orderXlsx, pdf: orderPdf, zip: facesZip } as const;
  return {
    content: await make[format](world, order, at),
    contentType: contentTypes[format],
    fileName: fileName([format === 'zip' ? 'mat-bien' : 'don-dat-bien', ''], nameOf(world), at, format),
    rowCount: order.lines.filter(({ sign }) => isInFile(format, sign)).length,
  };
}

export async function platesFile(
  world: World,
  plates: readonly HousePlate[],
  { format, pageOf }: { readonly format: PlateFormat; readonly pageOf: PageOfCode },
  at: Date,
): Promise<ExportFile> {
  const content =
    format === 'pdf' ? await platesPdf(world, plates, pageOf, at) : await platesXlsx(world, plates, pageOf, at);
  const fields = format === 'pdf' ? plateFields(pageOf) : plateColumns.map(({ key }) => key);
  const made = { content, format, fields, rowCount: plates.length };
  return exportFile(made, ['bien-so-nha', ''], nameOf(world), at);
}

async function platesXlsx(world: World, plates: readonly HousePlate[], pageOf: PageOfCode, at: Date): Promise<Buffer> {
  const { letters } = await typeface();
  const profile = signProfileOf(world);
  const problems = new Map<Id, string>();
  for (const plate of plates) {
    const drawn = drawPlate(letters, profile, plate, pageOf);
    if ('problem' in drawn) problems.set(plate.address.id, problemWords(drawn.problem));
    // Others are served between two plates.
    await setImmediate();
  }
  const facts = { title: `Biển số nhà ${nameOf(world)}`, sheetName: 'Biển số nhà', createdAt: at };
  return Buffer.from(await toXlsx(plateColumns, plateRows(world, plates, problems), facts));
}

/** One face, or why it cannot be drawn; `index` from 0. Undefined: the sign has no such face. */
export async function faceFile(
  world: World,
  sign: Sign,
  index: number,
): Promise<{ readonly svg: string } | { readonly problem: FaceProblem } | undefined> {
  const text = sign.faces[index];
  if (text === undefined) return undefined;
  const drawn = drawOneFace((await typeface()).letters, signProfileOf(world), sign, text);
  return 'problem' in drawn ? drawn : { svg: faceSvg(drawn, titleOf(sign, text)) };
}

const titleOf = (sign: Sign, text: string): string => `${signKindWords[sign.signKind]}: ${text.replace(/\n/g, ' / ')}`;

async function orderXlsx(world: World, order: SignOrder, at: Date): Promise<Buffer> {
  const { letters } = await typeface();
  const profile = signProfileOf(world);
  const notes = new Map<string, string>();
  for (const { sign } of order.lines) {
    const wrong = facesOfSign(letters, profile, sign).flatMap(({ drawn }) =>
      'problem' in drawn ? [drawn.problem] : [],
    );
    if (wrong.length > 0) notes.set(sign.id, wrong.map(problemWords).join(' '));
    await setImmediate();
  }
  const facts = { title: `Đơn đặt biển ${nameOf(world)}`, createdAt: at };
  return Buffer.from(await toWorkbook(signOrderSheets(world, order, notes), facts));
}

/** Every face that can be drawn, each once, and a list of those that cannot, in words. */
async function facesZip(world: World, order: SignOrder, at: Date): Promise<Buffer> {
  const { letters } = await typeface();
  const profile = signProfileOf(world);
  const zip = zipOf(at);
  const wrong: string[] = [];
  for (const { sign, ordinal } of order.lines) {
    for (const [index, { text, drawn }] of facesOfSign(letters, profile, sign).entries()) {
      if ('problem' in drawn) {
        wrong.push(`${ordinal}. ${titleOf(sign, text)}: ${problemWords(drawn.problem)}`);
        continue;
      }
      const words = foldText(text)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 60);
      const name = `${String(ordinal).padStart(3, '0')}-${words || 'bien'}-mat-${index + 1}.svg`;
      zip.add(name, faceSvg(drawn, titleOf(sign, text)));
    }
    await setImmediate();
  }
  if (wrong.length > 0) zip.add('chua-ve-duoc.txt', `${wrong.join('\n')}\n`);
  return zip.finish();
}
