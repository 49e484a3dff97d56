import { readFileSync } from 'node:fs';
import { sampleVillage } from '../../data/sample/generate.ts';
import { isRefusal } from '../../domain/edits/edit.ts';
import { run } from '../../domain/edits/run.ts';
import { applyChange, emptyWorld, type World } from '../../domain/records/world.ts';
import { planNumbering } from '../../domain/addressing/numberingPlan.ts';
import { allFindings } from '../../domain/checks/findings.ts';
import { checks } from '../../domain/checks/checks.ts';
import { villageFromFiles } from '../../domain/formats/villageFiles.ts';
import { madeVillage } from '../bench/madeVillages.ts';
import { aVillage, at } from '../domain/builders.ts';

function go(world: World, kind: any, input: any, n: number): World {
  const c = run(world, { id: `0183891f-0000-7000-8000-00000000000${n}`, villageId: '0183891f-0000-7000-8000-000000000000', kind, input, basis: {}, author: '0183891f-0000-7000-8000-000000000000', at: '2026-09-30T00:00:00.000Z' } as any);
  if (isRefusal(c)) throw new Error(JSON.stringify(c).slice(0, 400));
  return applyChange(world, c);
}
function cpu<T>(f: () => T): [number, T] { const a = process.cpuUsage(); const v = f(); const b = process.cpuUsage(a); return [(b.user + b.system) / 1000, v]; }
function tell(name: string, world: World) {
  const [ms, found] = cpu(() => allFindings(world));
  const [again] = cpu(() => allFindings(world));
  const by = new Map<string, number>();
  for (const f of found) by.set(`${f.checkId} ${f.severity}`, (by.get(`${f.checkId} ${f.severity}`) ?? 0) + 1);
  console.log(`== ${name}: ${world.house.size} houses ${world.road.size} roads ${world.address.size} addresses; ${ms.toFixed(1)} ms, again ${again.toFixed(1)} ms`);
  console.log([...by].map(([k, v]) => `${k}: ${v}`).join('\n'));
  for (const f of found.filter((x, i, all) => all.filter((y) => y.checkId === x.checkId).indexOf(x) < 2)) console.log('   ', f.checkId, JSON.stringify(f.params), f.recordIds.length, f.fix ? JSON.stringify(f.fix(world, '2026-11-25'))?.slice(0, 120) : '-');
  if (process.argv.includes('--time')) for (const c of checks) { const w = Object.fromEntries(Object.entries(world).map(([k, m]) => [k, new Map(m as any)])) as any as World; console.log(c.id, cpu(() => c.look(w, { lastReleaseAt: null }))[0].toFixed(1)); }
}
function numbered(world: World, n = 5): World {
  const plan = planNumbering(world, null, `0183891f-0000-7000-8000-00000000000${n}`, { on: '2026-09-30' });
  return go(world, 'numbering.apply', { roadIds: null, digest: plan.digest }, n);
}
const s = sampleVillage();
let w = go(emptyWorld, 'village.create', { village: s.village }, 1);
w = go(w, 'village.import', s.import, 2);
tell('sample', w);
w = numbered(w);
tell('sample numbered', w);
let i = 0; const parts: any[] = [];
for (const [name, dir, f] of [['ruggell', '/work/shared/data/li-ruggell-2024'], ['binhthanh', '/work/shared/data/vn-hcmc-binhthanh-2023']] as any) {
  try {
    const rd = (x: string) => readFileSync(`${dir}/${x}`, 'utf8');
    const made: any = villageFromFiles({ name, importId: '0183891f-0000-7000-8000-0000000000aa', roads: rd('roads_all.geojson'), buildings: rd('buildings.geojson'), addresses: rd('addresses.geojson') });
    if (made.village) {
      let x = go(emptyWorld, 'village.create', { village: made.village }, 3);
      x = go(x, 'village.import', made.import, 4);
      tell(name, x); x = numbered(x, 6); tell(name + ' numbered', x);
    } else console.log(made);
  } catch (e) { console.log(String(e)); }
}
const m = madeVillage(0, 2000, 7);
const records: any = { roads: m.roads.map((r) => ({ id: `0183891f-0000-7000-8001-${r.id.toString(16).padStart(12, '0')}`, class: r.name === null ? 'access' : 'road', name: r.name, numberName: null, parentRoadId: null, line: { type: 'LineString', coordinates: r.line }, directionReason: null, widthMeters: r.widthMeters, state: 'existing', decisionId: null })), houses: m.houses.map((h) => ({ id: `0183891f-0000-7000-8002-${h.id.toString(16).padStart(12, '0')}`, name: null, entrance: h.ring[0], footprint: { type: 'Polygon', coordinates: [h.ring] }, use: 'residential', state: 'standing', parcel: null, chosenRoadId: null })) };
let lo=[1e9,1e9],hi=[-1e9,-1e9]; for (const h of m.houses) for (const p of h.ring) { lo=[Math.min(lo[0]!,p[0]),Math.min(lo[1]!,p[1])]; hi=[Math.max(hi[0]!,p[0]),Math.max(hi[1]!,p[1])]; }
let y: any = applyChange(emptyWorld, { created: [{ ...aVillage(), boundary: { type: 'Polygon', coordinates: [[[lo[0]!-.005,lo[1]!-.005],[hi[0]!+.005,lo[1]!-.005],[hi[0]!+.005,hi[1]!+.005],[lo[0]!-.005,hi[1]!+.005],[lo[0]!-.005,lo[1]!-.005]]] } } as any, ...records.roads.map((r: any) => ({ ...r, kind: 'road', version: 1 })), ...records.houses.map((r: any) => ({ ...r, kind: 'house', version: 1 }))], updated: [], deleted: [] });
tell('made 2000', y);
const plan = planNumbering(y, null, '0183891f-0000-7000-8000-000000000007', { on: '2026-09-30' });
y = applyChange(y, plan.change);
tell('made 2000 numbered', y);

const fresh = (w: any): World => Object.fromEntries(Object.entries(w).map(([k, m]) => [k, new Map(m as any)])) as any;
for (let k = 0; k < 12; k++) for (const c of checks) c.look(fresh(y), { lastReleaseAt: null });
const times: number[] = []; for (let k = 0; k < 15; k++) { const f = fresh(y); times.push(cpu(() => allFindings(f))[0]); }
console.log('whole, warm, all maps new', times.map((t) => t.toFixed(1)).join(' '));
const f0 = fresh(y);
for (const c of checks) { const ts: number[] = []; for (let k = 0; k < 9; k++) { const f = fresh(y); ts.push(cpu(() => c.look(f, { lastReleaseAt: null }))[0]); } ts.sort((a, b) => a - b); console.log(c.id.padEnd(26), ts[4]!.toFixed(2)); }
allFindings(f0);
const one: number[] = []; let cur: any = f0; let n = 0;
for (const [id, h] of y.house) { if (n++ > 30) break; cur = { ...cur, house: new Map(cur.house).set(id, { ...(h as any), state: 'vacant' }) }; one.push(cpu(() => allFindings(cur))[0]); }
one.sort((a, b) => a - b); console.log('one house changed', one[15]!.toFixed(1), one[28]!.toFixed(1));
const adr: number[] = []; n = 0;
for (const [id, h] of y.address) { if (n++ > 30) break; cur = { ...cur, address: new Map(cur.address).set(id, { ...(h as any), version: 5 }) }; adr.push(cpu(() => allFindings(cur))[0]); }
adr.sort((a, b) => a - b); console.log('one address changed', adr[15]!.toFixed(1), adr[28]!.toFixed(1));
