/** `npm test`: every part of the tests, then one line of totals. With CI=true a skipped test is a failure. */
import { parseCLI, startVitest, type Reporter, type TestModule } from 'vitest/node';

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
const parts = new Map<string, Totals>();

function count(part: string, what: keyof Totals, by = 1): void {
  const own = parts.get(part) ?? { passed: 0, failed: 0, skipped: 0 };
  own[what] += by;
  totals[what] += by;
  parts.set(part, own);
}

function countModule(module: TestModule): void {
  const part = module.project.name;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    count(part, state === 'pending' ? 'failed' : state);
  }
  // A file that cannot be loaded, or a hook that throws, is a failure even when no test of its own says so.
  count(part, 'failed', module.errors().length);
  for (const suite of module.children.allSuites()) count(part, 'failed', suite.errors().length);
}

const counting: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    for (const module of modules) countModule(module);
    count('outside of any test', 'failed', unhandledErrors.length);
  },
};

const line = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** As `vitest run` takes them: files to choose, `--project server` and the like. */
const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await startVitest('test', filter, { ...options, watch: false, reporters: ['default', counting] });
await vitest.close();

const skipsRefused = Boolean(process.env['CI']) && process.env['CI'] !== 'false' && totals.skipped > 0;
if (skipsRefused) console.log('CI does not accept skipped tests.');
if (totals.passed === 0) console.log('No test ran.');
for (const [part, own] of parts) if (own.passed + own.failed + own.skipped > 0) console.log(`${part}: ${line(own)}`);
console.log(line(totals));
process.exit(totals.failed > 0 || totals.passed === 0 || skipsRefused ? 1 : 0);
