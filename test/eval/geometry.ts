/**
 * `npm run eval:geometry [-- seed]`: measure, side, distance and nearest line of 100,000 random cases by the domain and
 * by PostGIS. Ends with JSON lines; exit code 1 when a case differs or PostgreSQL cannot be had.
 */
import pg from 'pg';
import { openDatabase } from '../../server/db/open.ts';
import { printFigures, type Figure } from '../bench/figure.ts';
import { startPostgres } from '../postgresServer.ts';
import { geometryCases, regions } from './geometryCases.ts';
import { geometryInDatabase, type Plane } from './geometryInDatabase.ts';
import { agreementOf, tolerances, type Agreement } from './sameGeometry.ts';

const count = 100_000;
const given = process.argv[2];
const seed = given === undefined ? Date.now() % 2_147_483_648 : Number(given);
if (!Number.isInteger(seed)) {
  console.error(`The seed is a whole number, not ${given}.`);
  process.exit(1);
}
console.log(`${count} random cases in each plane, seed ${seed}`);

const planes: readonly (readonly [plane: Plane, region: keyof typeof regions, title: string])[] = [
  ['frame', 'equator', 'the same local metres at the equator'],
  ['projection', 'vietnam', 'a local projection, villages all over Vietnam'],
  ['cadastral', 'thanhHoa', 'EPSG:5897, villages of Thanh Hóa'],
];

const server = await startPostgres();
if (!server) process.exit(1);
const client = new pg.Client(server.url);
await client.connect();
const name = `sonha_geometry_${process.pid}_${seed}`;
await client.query(`CREATE DATABASE ${name}`);
const url = new URL(server.url);
url.pathname = `/${name}`;
const database = await openDatabase({ kind: 'postgres', url: url.href }, () => undefined);

const figures: Figure[] = [];
let differing = 0;
try {
  for (const [plane, region, title] of planes) {
    const cases = geometryCases(seed, count, regions[region]);
    const agreement = agreementOf(cases, await geometryInDatabase(database, cases, plane), tolerances[plane]);
    differing += agreement.disagreeing.length;
    console.log(`${title}: ${told(agreement, tolerances[plane].axisMeters)}`);
    const first = agreement.disagreeing[0];
    if (first !== undefined) console.log(`  case ${first}: ${JSON.stringify(cases[first])}`);
    const allowed = plane === 'cadastral' ? 'to a millimetre and 0.15 ‰, the scale of the grid' : 'to a millimetre';
    const largest = Math.ceil(agreement.largestMeters * 1e6) / 1000;
    figures.push(
      {
        figure: `cases agreeing with PostGIS ${allowed} (${title})`,
        value: agreement.agreeing,
        aim: count,
        better: 'higher',
        unit: 'cases',
      },
      {
        figure: `largest difference from PostGIS (${title})`,
        value: largest,
        aim: plane === 'cadastral' ? null : 1,
        better: 'lower',
        unit: 'mm',
      },
    );
  }
} finally {
  await database.close();
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await client.end();
  await server.stop();
}
printFigures(figures);
process.exit(differing === 0 ? 0 : 1);

function told(agreement: Agreement, axisMeters: number): string {
  const { agreeing, wrongSides, onAxis, betweenStretches, onOtherStretch } = agreement;
  return (
    `${agreeing} agree, ${wrongSides} on the wrong side; without a side: ${onAxis} within ${axisMeters} m of the line ` +
    `or the axis of its segment, ${betweenStretches} equally near to two stretches; ` +
    `${onOtherStretch} measured on the other of two stretches equally near`
  );
}
