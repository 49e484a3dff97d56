/** The source files of the tree as the architecture test sees them: their text, their imports, what they call. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root of the tree for what is ours, else null. */
  readonly file: string | null;
  /** Leaves no trace in the running program. */
  readonly typeOnly: boolean;
  /** Comes when it is asked for: `import()`, a worker's address. */
  readonly onDemand: boolean;
}

export interface Source {
  /** From the root of the tree, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  readonly imports: readonly Import[];
  readonly tree: ts.SourceFile;
}

/** All TypeScript and Svelte files below a folder. */
export function sourcesIn(folder: string): Source[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => /\.(ts|svelte)$/.test(path) && statSync(join(root, path)).isFile())
    .sort()
    .map(readSource);
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const tree = ts.createSourceFile(
    path,
    path.endsWith('.svelte') ? scriptsOf(text) : text,
    ts.ScriptTarget.Latest,
    true,
  );
  return { path, text, lineCount: text.trimEnd().split('\n').length, imports: importsOf(path, tree), tree };
}

/** The script blocks of a Svelte file, one below the other. */
const scriptsOf = (text: string): string =>
  [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');

/** The markup of a Svelte file with its scripts and styles taken out. */
export const markupOf = (text: string): string => text.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '');

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, onDemand = false) => {
    const file = specifier.startsWith('.') ? normalize(join(dirname(path), specifier)).replaceAll('\\', '/') : null;
    found.push({ specifier, file, typeOnly, onDemand });
  };
  visit(tree, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text, isTypeOnly(node));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false, true);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true);
    } else if (isModuleUrl(node)) {
      add(node.arguments[0].text, false, true);
    }
  });
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

type ModuleUrl = ts.NewExpression & { readonly arguments: readonly [ts.StringLiteral, ...ts.Expression[]] };

/** `new URL('./worker.ts', import.meta.url)`: how a worker names its module. */
function isModuleUrl(node: ts.Node): node is ModuleUrl {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'URL') return false;
  const first = node.arguments?.[0];
  return !!first && ts.isStringLiteral(first) && /^\.{1,2}\/.*\.ts$/.test(first.text);
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** `path:line` of a place in a source, for messages. */
export const placeOf = (source: Source, node: ts.Node): string =>
  `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

/** Places where one of these names is used as a value of the surroundings (`fetch`, `window.fetch`, `Date.now`). */
export function usesOf(source: Source, names: readonly string[]): string[] {
  const found: string[] = [];
  visit(source.tree, (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const whole = node.getText();
      const isGlobal = /^(window|globalThis|self)\.\w+$/.test(whole) && names.includes(node.name.text);
      if (names.includes(whole) || isGlobal) found.push(`${placeOf(source, node)} ${whole}`);
    } else if (ts.isIdentifier(node) && names.includes(node.text) && isFreeValue(node)) {
      found.push(`${placeOf(source, node)} ${node.text}`);
    }
  });
  return found;
}

/** A bare name in an expression: called, created or read; not a member, a declaration, a label or a type. */
function isFreeValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return true;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node;
  return ts.isPropertyAssignment(parent) ? parent.initializer === node : ts.isTypeOfExpression(parent);
}
