import { expect, it } from 'vitest';
import { describeDatabases } from '../../databases.ts';
import { geometryCases, regions } from '../../eval/geometryCases.ts';
import { geometryInDatabase } from '../../eval/geometryInDatabase.ts';
import { agreementOf, tolerances } from '../../eval/sameGeometry.ts';

const count = 2000;
const seed = Date.now() % 2_147_483_648;

// `npm run eval:geometry` does the same with 100,000 cases.
describeDatabases('measure, side, distance and nearest line agree with PostGIS', ({ database }) => {
  for (const [plane, region, title] of [
    ['frame', 'equator', 'to a millimetre in the same local metres'],
    ['projection', 'vietnam', 'to a millimetre in a local projection anywhere in Vietnam'],
    ['cadastral', 'thanhHoa', 'to the scale of the grid in EPSG:5897'],
  ] as const) {
    it(title, async () => {
      console.log(`random lines: seed ${seed}`);
      const cases = geometryCases(seed, count, regions[region]);
      const agreement = agreementOf(cases, await geometryInDatabase(database(), cases, plane), tolerances[plane]);
      expect(agreement.disagreeing.slice(0, 1).map((n) => cases[n])).toEqual([]);
      // Every kind of case is there, and most places have a side.
      expect(agreement.onAxis).toBeGreaterThan(0);
      expect(agreement.onOtherStretch + agreement.betweenStretches).toBeGreaterThan(0);
      expect(agreement.onAxis + agreement.betweenStretches).toBeLessThan(count / 3);
    });
  }

  it('and the comparison sees a line drawn the other way, a place moved by two millimetres, another line nearest', async () => {
    const cases = geometryCases(7, 300, regions.vietnam);
    const measured = await geometryInDatabase(database(), cases, 'projection');
    const wrong = (altered: typeof cases) => agreementOf(altered, measured, tolerances.projection);
    expect(wrong(cases).agreeing).toBe(300);
    const reversed = wrong(
      cases.map((one) => ({ ...one, lines: [one.lines[0]!.toReversed(), ...one.lines.slice(1)] })),
    );
    expect(reversed.agreeing).toBeLessThan(30);
    expect(reversed.wrongSides).toBeGreaterThan(200);
    const moved = wrong(cases.map((one) => ({ ...one, place: [one.place[0] + 2e-8, one.place[1] + 2e-8] as const })));
    expect(moved.agreeing).toBeLessThan(30);
    const fewer = wrong(
      cases.map(({ lines: [a, , c], ...one }) => ({
        ...one,
        lines: [
          a!,
          [
            [0, 0],
            [0.001, 0],
          ],
          c!,
        ],
      })),
    );
    expect(fewer.agreeing).toBeLessThan(290);
  });
});
