import { chromium } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { personAt, desktop, phone } from '../e2e/person.ts';
import { signIn } from '../apiClient.ts';
import { goTo, pixelOf, mapCanvas } from '../mapOnPage.ts';
import { localFrame } from '../../domain/geometry/localFrame.ts';
import { positionAt } from '../../domain/geometry/line.ts';
import { words } from '../e2e/words.ts';
const url = process.argv[2]!;
const which = process.argv[3] ?? 'desktop';
const browser = await launchBrowser('/usr/bin/chromium');
const shot = (name: string) => person.page.screenshot({ path: `/tmp/wt/shots/${which}-${name}.png` });
const person = await personAt(browser, url, which === 'desktop' ? desktop : phone);
const api = await signIn(url, 'canbo');
const world = await api.world(api.villages[0]!.id);
const roads = [...world.road.values()].filter((r) => r.class === 'road');
const road = roads[0]!;
const away = (p: any, e: number, n: number) => localFrame(p).toDegrees([e, n]);
await person.signIn('canbo');
const { page } = person;
const run = await import(`./${process.argv[4]}.ts`);
try { await run.default({ person, page, api, world, road, roads, away, goTo, pixelOf, shot, words, positionAt, mapCanvas }); }
catch (e) { console.error(e); await shot('FAIL'); }
console.log('complaints', person.complaints);
await browser.close();
