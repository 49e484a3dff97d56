/** Which sheets a workbook has and where its parts lie (ECMA-376: relationships). */
import { FileRefused } from '../fileFormat.ts';
import { fault } from '../fileFault.ts';
import type { PackedEntry } from '../packed.ts';
import type { ReadLimits } from '../readLimits.ts';
import { parseXml } from './parsedXml.ts';

export interface SheetPlace {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: PackedEntry;
}

export interface WorkbookMap {
  readonly sheets: readonly SheetPlace[];
  readonly sharedStrings: PackedEntry | null;
  readonly styles: PackedEntry | null;
  /** Days are counted from 1904, as on old Macintoshes. */
  readonly from1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Throws FileRefused for what is packed but no workbook of XML. */
export async function workbookMap(entries: readonly PackedEntry[], limits: ReadLimits): Promise<WorkbookMap> {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const find = (name: string): PackedEntry | null => byName.get(name.toLowerCase()) ?? null;
  const rootRelations = await relationsOf(find('_rels/.rels'), '', limits);
  const main = [...rootRelations.values()].find(({ type }) => type.endsWith('/officeDocument'));
  const workbookName = main?.target ?? 'xl/workbook.xml';
  if (workbookName.endsWith('.bin')) throw new FileRefused(fault('unknown-format', {}, { kind: 'xlsb' }));
  const workbook = find(workbookName);
  if (!workbook) throw new FileRefused(fault('entry-missing', { column: workbookName.slice(0, 200) }));

  const folder = workbookName.slice(0, workbookName.lastIndexOf('/') + 1);
  const ownName = workbookName.slice(folder.length);
  const relations = await relationsOf(find(`${folder}_rels/${ownName}.rels`), folder, limits);
  const byType = (type: string) => [...relations.values()].find((one) => one.type.endsWith(`/${type}`))?.target;
  const sheets: SheetPlace[] = [];
  let from1904 = false;
  const missing: string[] = [];
  await parseXml(
    workbook,
    {
      open(name, attributes) {
        if (name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
        if (name !== 'sheet') return;
        const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1];
        const relation = relations.get(id ?? '');
        if (relation && !relation.type.endsWith('/worksheet')) return;
        const target = relation?.target ?? `${folder}worksheets/sheet${sheets.length + 1}.xml`;
        const entry = find(target);
        const isHidden = /hidden/i.test(attributes['state'] ?? '');
        if (entry) sheets.push({ name: (attributes['name'] ?? '').normalize('NFC').trim(), isHidden, entry });
        else missing.push(target);
      },
    },
    limits,
  );
  if (missing.length > 0) throw new FileRefused(fault('entry-missing', { column: missing[0]!.slice(0, 200) }));
  if (sheets.length > limits.tables) throw new FileRefused(fault('too-many-tables', {}, { limit: limits.tables }));
  const part = (type: string, usual: string) => find(byType(type) ?? `${folder}${usual}`);
  return {
    sheets,
    sharedStrings: part('sharedStrings', 'sharedStrings.xml'),
    styles: part('styles', 'styles.xml'),
    from1904,
  };
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

async function relationsOf(
  entry: PackedEntry | null,
  folder: string,
  limits: ReadLimits,
): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!entry) return relations;
  await parseXml(
    entry,
    {
      open(name, { Id, Type = '', Target = '' }) {
        if (name === 'Relationship' && Id !== undefined) {
          relations.set(Id, { type: Type, target: resolved(folder, Target) });
        }
      },
    },
    limits,
  );
  return relations;
}

/** Names in the archive only: one that leads out of it is simply not there. */
function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
