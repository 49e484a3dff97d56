/** Who may know whom: the rules of the house, held by reading every import and call of the tree. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { markupOf, placeOf, sourcesIn, usesOf, visit, type Source } from './sources.ts';

const domain = sourcesIn('domain');
const server = sourcesIn('server');
const web = sourcesIn('web');
const program = [...domain, ...server, ...web];

/** `from → to` for each import of ours that the rule refuses. */
function refusedImports(sources: readonly Source[], refuses: (file: string, from: Source) => boolean): string[] {
  return sources.flatMap((from) =>
    from.imports
      .filter((found) => found.file !== null && refuses(found.file, from))
      .map((found) => `${from.path} → ${found.file}`),
  );
}

/** `from → package` for each package the rule refuses. */
function refusedPackages(sources: readonly Source[], refuses: (name: string, typeOnly: boolean) => boolean): string[] {
  return sources.flatMap((from) =>
    from.imports
      .filter((found) => found.file === null && refuses(found.specifier, found.typeOnly))
      .map((found) => `${from.path} → ${found.specifier}`),
  );
}

const isPackage = (specifier: string, ...names: string[]): boolean =>
  names.some((name) => specifier === name || specifier.startsWith(`${name}/`));

it('there is something to hold', () => {
  expect(domain.length).toBeGreaterThan(20);
  expect(server.length).toBeGreaterThan(5);
  expect(web.length).toBeGreaterThan(5);
});

describe('domain knows nothing', () => {
  /** Small, pure, no input or output of their own. */
  const pureLibraries = [
    'typebox',
    'polyclip-ts',
    'hucre',
    'flatbush',
    'tinyqueue',
    'proj4',
    'papaparse',
    '@terraformer/wkt',
    'saxes',
    'pbf',
    'fflate',
    '@zip.js/zip.js',
  ];

  it('makes schemas with the small parts of TypeBox: the others bring its whole type language into the page', () => {
    const large = /\bType\.(Optional|Partial|Required|Pick|Omit|Record|KeyOf|Index|Evaluate)\b/;
    expect(domain.filter(({ text }) => large.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('imports only domain and small pure libraries', () => {
    expect(refusedImports(domain, (file) => !file.startsWith('domain/'))).toEqual([]);
    expect(refusedPackages(domain, (name) => !isPackage(name, ...pureLibraries))).toEqual([]);
  });

  it('has no clock, randomness, network, DOM or Node', () => {
    const surroundings = [
      'Date.now',
      'Math.random',
      'performance',
      'crypto',
      'process',
      'Buffer',
      'fetch',
      'WebSocket',
    ];
    const rest = ['window', 'document', 'navigator', 'localStorage', 'setTimeout', 'setInterval', 'console', 'require'];
    expect(domain.flatMap((source) => usesOf(source, [...surroundings, ...rest]))).toEqual([]);
    const clocks = domain.flatMap((source) => {
      const found: string[] = [];
      visit(source.tree, (node) => {
        const isNow = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
        if (isNow) found.push(placeOf(source, node));
      });
      return found;
    });
    expect(clocks).toEqual([]);
  });

  it('lower ideas do not know higher ones', () => {
    expect(refusedImports(domain, (file, from) => layerOf(file) > layerOf(from.path))).toEqual([]);
  });

  it('each file opens with a sentence on its idea', () => {
    const silent = domain.filter((source) => !/^\/\*\*\s+(\*\s+)?\S+ \S+/.test(source.text));
    expect(silent.map((source) => source.path)).toEqual([]);
  });
});

/** geometry ← records ← addressing ← signs, coverage ← checks, edits, formats ← permissions; what stands in domain/ itself for all, and fields, below. */
function layerOf(path: string): number {
  const below = ['domain/plain.ts', 'domain/markup.ts', 'domain/grouped.ts', 'domain/records/fields.ts'];
  if (below.includes(path)) return 0;
  const layers = [['geometry'], ['records'], ['addressing'], ['signs', 'coverage'], ['checks', 'edits', 'formats']];
  const layer = layers.findIndex((folders) => folders.includes(path.split('/')[1] ?? ''));
  return layer === -1 ? layers.length + 1 : layer + 1;
}

describe('folders know each other one way', () => {
  it('no file imports itself through others', () => {
    expect(cyclesAmong(program)).toEqual([]);
  });

  it('server and web import domain, never each other', () => {
    expect(refusedImports(server, (file) => !/^(server|domain|data)\//.test(file))).toEqual([]);
    expect(refusedImports(web, (file) => !/^(web|domain)\//.test(file))).toEqual([]);
  });

  it('the sample village is made with domain alone', () => {
    expect(refusedImports(sourcesIn('data'), (file) => !/^(data|domain)\//.test(file))).toEqual([]);
  });

  it('the browser does not get what belongs to the server', () => {
    const servers = ['fastify', 'pg', 'kysely', '@electric-sql/pglite', '@sqlite.org/sqlite-wasm', 'vite', 'tsx'];
    expect(refusedPackages(web, (name) => name.startsWith('node:') || isPackage(name, ...servers))).toEqual([]);
    expect(refusedPackages(server, (name) => isPackage(name, 'svelte', 'maplibre-gl', 'pmtiles'))).toEqual([]);
  });
});

/** Import cycles, each once, types included: what only imports a type still cannot be understood alone. */
function cyclesAmong(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const cycles: string[] = [];
  const walk = (path: string): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    trail.push(path);
    for (const { file } of byPath.get(path)?.imports ?? []) if (file !== null && byPath.has(file)) walk(file);
    trail.pop();
    state.set(path, 'done');
  };
  for (const { path } of sources) walk(path);
  return cycles;
}

describe('each kind of work has one place', () => {
  const outside = (sources: readonly Source[], folder: string) =>
    sources.filter((source) => !source.path.startsWith(folder));

  it('SQL only in server/db and migrations', () => {
    const elsewhere = outside(program, 'server/db/');
    const drivers = ['kysely', 'pg', '@electric-sql/pglite', '@electric-sql/pglite-postgis', '@sqlite.org/sqlite-wasm'];
    expect(refusedPackages(elsewhere, (name, typeOnly) => !typeOnly && isPackage(name, ...drivers))).toEqual([]);
    expect(elsewhere.flatMap(sqlIn)).toEqual([]);
  });

  it('records are saved and the log is written by perform alone', () => {
    const writers = ['saveChange', 'appendChange'];
    const others = server.filter(({ path }) => !path.startsWith('server/db/') && path !== 'server/perform.ts');
    expect(others.flatMap((source) => usesOf(source, writers))).toEqual([]);
  });

  it('maplibre-gl only in web/map', () => {
    expect(refusedPackages(outside(web, 'web/map/'), (name) => isPackage(name, 'maplibre-gl', 'pmtiles'))).toEqual([]);
  });

  it('the network only in web/sync', () => {
    const network = ['fetch', 'EventSource', 'XMLHttpRequest', 'WebSocket', 'navigator.sendBeacon'];
    expect(outside(web, 'web/sync/').flatMap((source) => usesOf(source, network))).toEqual([]);
  });
});

/** Places with an SQL statement, a query builder's call or a `sql` template. */
function sqlIn(source: Source): string[] {
  const statement =
    /\b(select\s[\s\S]+\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|create\s+table\s)/i;
  const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'executeQuery']);
  const found: string[] = [];
  visit(source.tree, (node) => {
    const isText =
      ts.isStringLiteral(node) || ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node);
    const isBuilder = ts.isPropertyAccessExpression(node) && builders.has(node.name.text);
    const isTemplate = ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql';
    if (isBuilder || isTemplate || (isText && statement.test(node.getText()))) found.push(placeOf(source, node));
  });
  return found;
}

describe('a .svelte file holds no rule', () => {
  const components = web.filter((source) => source.path.endsWith('.svelte'));

  it('takes no geometry and runs no edit by itself', () => {
    const rules =
      /^domain\/(geometry|checks)\/|^domain\/edits\/(run|invariants)\.ts$|^domain\/addressing\/(number|network|direction|roadOfHouse|numberingPlan)\.ts$/;
    const found = components.flatMap((source) =>
      source.imports
        .filter(({ file, typeOnly }) => file !== null && !typeOnly && rules.test(file))
        .map(({ file }) => `${source.path} → ${file}`),
    );
    expect(found).toEqual([]);
    expect(refusedPackages(components, (name) => isPackage(name, 'polyclip-ts', 'typebox'))).toEqual([]);
  });

  it('computes no parity, angle or distance', () => {
    const arithmetic = /\b(Math\.(sin|cos|tan|atan2?|hypot|sqrt)\b)|%\s*2\b/;
    const found = components.filter(
      (source) => arithmetic.test(source.tree.text) || arithmetic.test(markupOf(source.text)),
    );
    expect(found.map((source) => source.path)).toEqual([]);
  });

  it('writes no style attribute: the content security policy refuses it, style directives are fine', () => {
    const found = components.filter((source) => /<[^>]*\sstyle=/.test(markupOf(source.text)));
    expect(found.map((source) => source.path)).toEqual([]);
  });

  it('compares no states of several records by itself', () => {
    // One record's own state may choose a label; going through the world's records to judge them is a rule.
    const judging = /world\.\w+\.values\(\)[\s\S]{0,80}\.(filter|some|every|reduce)\(/;
    const found = components.filter((source) => judging.test(source.text));
    expect(found.map((source) => source.path)).toEqual([]);
  });
});

it('no file is longer than 300 lines', () => {
  const long = program.filter((source) => source.lineCount > 300);
  expect(long.map((source) => `${source.path}: ${source.lineCount}`)).toEqual([]);
});

it('the page shows its map without the rules of editing, the checks, the numbering and the tools', () => {
  const sources = new Map(program.map((source) => [source.path, source]));
  const first = new Set(['web/main.ts', 'web/map/MapView.svelte', 'web/panels/RoadsPanel.svelte']);
  // A set that grows while it is walked is walked to its end.
  for (const path of first) {
    for (const { file, typeOnly, onDemand } of sources.get(path)?.imports ?? []) {
      if (file !== null && !typeOnly && !onDemand) first.add(file);
    }
  }
  const later =
    /^domain\/(edits\/(registry|run)|checks\/checks|addressing\/numberingPlan)\.ts$|^web\/tools\/tools\.ts$/;
  expect(program.filter(({ path }) => later.test(path))).toHaveLength(5);
  expect([...first].filter((path) => later.test(path))).toEqual([]);
  expect(first.size).toBeGreaterThan(100);
});
