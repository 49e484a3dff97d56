/** What can be wrong with a file (then nothing of it is used) or worth knowing of it, as codes from closed unions. */

export const fileFaultCodes = [
  'empty',
  'too-large',
  'too-many-rows',
  'too-many-columns',
  'too-many-tables',
  'cell-too-long',
  'too-deep',
  'too-many-vertices',
  /** The bytes are of no kind of file that is read here. */
  'unknown-format',
  /** Cut off or damaged. */
  'broken',
  'encrypted',
  // packed files
  'unpacks-too-large',
  'too-many-entries',
  'entry-outside',
  'entry-missing',
  // XML
  'declares-entities',
  // text
  'not-one-encoding',
  'control-characters',
  // tables
  'no-heading',
  'heading-twice',
  // shapes
  'coordinates-not-finite',
  'coordinates-mixed',
  'reference-system-unknown',
  // databases
  /** Of SQLite, but of another use. */
  'not-geopackage',
  /** Here no program of SQLite is at hand. */
  'cannot-be-read-here',
  /** It lists one that it does not have, or has no list at all. */
  'table-missing',
  /** Only pictures of the ground, or tables that are computed. */
  'no-layers',
  'text-in-utf-16',
  /** Copied while a program kept it open: what was written last is not in it, and without that it cannot be read. */
  'changes-missing',
  // the reading itself
  'took-too-long',
  'took-too-much-memory',
] as const;
export type FileFaultCode = (typeof fileFaultCodes)[number];

/** Where in the file, as far as it can be said. */
export interface FilePlace {
  readonly table: string | null;
  /** As FileRow.row. */
  readonly row: number | null;
  /** The heading, or for packed files the entry. */
  readonly column: string | null;
}

export interface FileFault extends FilePlace {
  readonly code: FileFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const fileNoteCodes = [
  /** Excel's .xlsx under .csv, or the like: it was read as what it is (params.format). */
  'other-extension',
  'legacy-encoding',
  'old-code-page',
  'merged-cells',
  'hidden-rows',
  'hidden-columns',
  'hidden-table',
  /** No headings stand on it (params.sheet); the others are read. */
  'sheet-left-out',
  /** The value that stood there when the file was saved was taken. */
  'formula',
  'cell-error',
  'rows-of-other-length',
  'index-missing',
  'axes-swapped',
  'from-vn2000',
  'reference-system-assumed',
  'feature-without-shape',
  'shape-left-out',
  /** A view or the like (params.sheet): its rows are not in the file. */
  'computed-table',
  /** Pictures and the like in the cells of a column. */
  'bytes-left-out',
  /** Copied while a program kept it open. */
  'changes-may-be-missing',
] as const;
export type FileNoteCode = (typeof fileNoteCodes)[number];

/** `params.count`: how many times, the place being the first. */
export interface FileNote extends FilePlace {
  readonly code: FileNoteCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const fault = (
  code: FileFaultCode,
  place: Partial<FilePlace> = {},
  params: FileFault['params'] = {},
): FileFault => ({ code, table: null, row: null, column: null, ...place, params });

export const note = (
  code: FileNoteCode,
  place: Partial<FilePlace> = {},
  params: FileNote['params'] = {},
): FileNote => ({
  code,
  table: null,
  row: null,
  column: null,
  ...place,
  params,
});
