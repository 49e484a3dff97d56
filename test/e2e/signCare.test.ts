/** The village head on the way with a phone: a sign put up and photographed, the walk past the signs, house plates. */
import exceljs from 'exceljs';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { positionAt } from '../../domain/geometry/line.ts';
import type { Road } from '../../domain/records/road.ts';
import { newlyPlanned, type Sign } from '../../domain/records/sign.ts';
import { newId } from '../domain/builders.ts';
import { newId as newIdAt } from '../../server/identifier.ts';
import { signIn } from '../apiClient.ts';
import { mapCanvas } from '../mapOnPage.ts';
import { samplePassword } from '../product.ts';
import { asPhoned, device } from '../server/photos/pictures.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { issueRoad, namedRoad } from './issuing.ts';
import { phone, type Person } from './person.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';
import type { TextKey } from '../../web/i18n/vi.ts';

const signCount = 5;
const idNow = () => newIdAt(new Date());

describeInBrowser('the care of signs', 'canbo', (stage) => {
  let head: Person;
  let road: Road;
  let ids: readonly string[] = [];
  const signOf = async (id: string): Promise<Sign> => (await stage.world()).sign.get(id)!;
  const becomes = (id: string, is: (sign: Sign) => boolean) =>
    settled(async () => {
      const sign = await signOf(id);
      return is(sign) ? sign : null;
    });
  const picture = (name: string) => head.page.screenshot({ path: `test-results/sign-care-${name}.png` });
  const pictureOnFailure = (name: string) => onTestFailed(async () => void (await picture(`failed-${name}`)));
  const photograph = async (width: number, height: number) =>
    head.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'IMG_2022.jpg',
        mimeType: 'image/jpeg',
        buffer: await asPhoned(width, height, 6),
      });
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    road = await namedRoad(stage, 'Đường Làng Trên');
    const signs = Array.from({ length: signCount }, (_, n) => ({
      ...({ ...newlyPlanned, id: newId(), signKind: 'road-name', post: 'new', facingDegrees: 90 } as const),
      ...{ place: positionAt(road.line, 20 + n * 40).position, faces: [`ĐƯỜNG\nLÀNG TRÊN`, `ĐƯỜNG\nLÀNG TRÊN`] },
      ...({ state: n === 0 ? 'ordered' : 'installed', stateDay: '2026-01-05', roadId: road.id } as const),
      dueDay: n === 0 ? '2026-02-01' : null,
    }));
    await stage.perform('sign.addMany', { signs });
    ids = signs.map(({ id }) => id);
    head = await stage.person(phone);
    await head.signIn('truongthon');
  });

  it('a sign is put up: its day, a note and a picture, which holds neither place nor device', async () => {
    pictureOnFailure('state');
    await head.show('sign', ids[0]!);
    await head.page.getByText(words('care.dueOn', { date: '01/02/2026' })).waitFor();
    await picture('detail');
    await head.button('care.to.installed').click();
    await head.field('care.note').fill('Thợ lắp buổi sáng');
    await photograph(1800, 1200);
    await head.page.getByText(words('care.photoChosen')).waitFor();
    await picture('form');
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await head.page.route('**/photos?*', async (route) => {
      await held;
      await route.continue();
    });
    await head.button('care.save').click();
    // What is on its way cannot be called back, and does not pretend to be.
    const cancel = head.button('care.cancel');
    await settled(async () => (await cancel.getAttribute('aria-disabled')) === 'true');
    await cancel.click({ force: true });
    await picture('sending');
    expect(await cancel.isVisible()).toBe(true);
    letGo();
    const sign = await becomes(ids[0]!, ({ photoId }) => photoId !== null);
    expect(sign).toMatchObject({ state: 'installed', stateDay: today, stateNote: 'Thợ lắp buổi sáng', dueDay: null });
    const shown = await stage.api.get(`/api/villages/${stage.villageId}/photos/${sign.photoId}`);
    expect([shown.status, shown.body.includes(device), shown.body.includes('Exif')]).toEqual([200, false, false]);
    const image = head.page.getByAltText(words('care.photoOf', { text: 'ĐƯỜNG LÀNG TRÊN' }));
    await image.waitFor();
    await settled(() => image.evaluate((element) => (element as HTMLImageElement).naturalHeight > 1000));
    await head.page.getByText(/ghi lúc/).waitFor();
    await image.scrollIntoViewIfNeeded();
    await picture('photo');
    expect(await seriousFaults(head.page)).toEqual([]);
  });

  it('without a network the state is kept, and the picture follows when the network is back', async () => {
    pictureOnFailure('offline');
    await head.show('sign', ids[1]!);
    await head.button('care.to.damaged').waitFor();
    await head.page.context().setOffline(true);
    await head.button('care.to.damaged').click();
    await photograph(900, 600);
    await head.button('care.save').click();
    await head.page.getByText(words('care.photoWaiting')).waitFor();
    await picture('offline');
    expect((await signOf(ids[1]!)).state).toBe('installed');

    // Back on the network the edit arrives and the picture does not: whoever signs out is told of it.
    await head.page.route('**/photos?*', (route) => route.abort());
    await head.page.context().setOffline(false);
    await becomes(ids[1]!, ({ state }) => state === 'damaged');
    await head.button('menu.open').click();
    await head.button('signOut.do').click();
    await head.page.getByText(words('signOut.photosLead', { count: 1 })).waitFor();
    await picture('sign-out');
    expect(await seriousFaults(head.page)).toEqual([]);
    await head.button('signOut.anyway').click();
    await head.page.unroute('**/photos?*');
    await head.signIn('truongthon');
    await head.show('sign', ids[1]!);
    const sign = await becomes(ids[1]!, ({ photoId }) => photoId !== null);
    expect(sign.state).toBe('damaged');
    await head.page.getByText(words('care.photoWaiting')).waitFor({ state: 'detached' });
  });

  it('a picture kept for one village goes out while another is open', async () => {
    const admin = await signIn(stage.product.url, 'admin');
    const { kind: _kind, id: _id, version: _version, ...like } = [...(await stage.world()).village.values()][0]!;
    const elsewhere = { ...like, name: 'Thôn Trang Các' };
    await admin.perform(idNow(), idNow(), 'village.create', { village: elsewhere });
    const clerk = await stage.person(phone);
    const { page } = clerk;
    onTestFailed(async () => void (await page.screenshot({ path: 'test-results/failed-elsewhere.png' })));
    const open = async (name: string) => {
      await page.getByRole('button', { name }).first().click();
      await mapCanvas(page).waitFor();
    };
    await clerk.field('signIn.username').fill('admin');
    await clerk.field('signIn.password').fill(samplePassword);
    await clerk.button('signIn.do').click();
    await open(like.name);
    await clerk.show('sign', ids[4]!);
    await clerk.button('care.to.damaged').waitFor();
    await page.route('**/photos?*', (route) => route.abort());
    await clerk.button('care.to.damaged').click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await asPhoned(900, 600, 6) });
    await clerk.button('care.save').click();
    await page.getByText(words('care.photoWaiting')).waitFor();
    await page.goto(stage.product.url);
    await open(elsewhere.name);
    await clerk.button('link.unsentShort', { count: 1 }).click();
    await page.getByRole('heading', { name: words('unsent.photosWaiting', { count: 1 }) }).waitFor();
    await page.getByText(words('unsent.photo', { text: 'ĐƯỜNG LÀNG TRÊN' })).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.unroute('**/photos?*');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText(words('unsent.none')).waitFor();
    const sign = await signOf(ids[4]!);
    expect([sign.state, sign.photoId]).toEqual(['damaged', expect.any(String)]);
    await clerk.leave();
    await stage.perform(
      'sign.setState',
      {
        ...{ ids: [sign.id], state: 'installed', stateDay: '2026-01-05', stateNote: null },
        dueDay: null,
        photoId: null,
      },
      { [sign.id]: sign.version },
    );
  });

  it('a text called .jpg is refused in words, and nothing is recorded', async () => {
    pictureOnFailure('refused');
    await head.show('sign', ids[2]!);
    await head.button('care.to.missing').waitFor();
    const buffer = Buffer.from('không phải ảnh');
    await head.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'bien.jpg', mimeType: 'image/jpeg', buffer });
    await head.page.getByText('Tệp này không phải là ảnh.').first().waitFor();
    expect((await signOf(ids[2]!)).photoId).toBeNull();
  });

  it('walks past the signs: one button each, by thumb and by key, with undo', async () => {
    pictureOnFailure('survey');
    await head.openStep('signs');
    await picture('panel');
    await head.button('survey.start', { count: signCount }).click();
    const at = (index: number) => head.page.getByText(words('survey.placeOf', { index, total: signCount })).waitFor();
    await at(1);
    await picture('survey');
    expect(await seriousFaults(head.page)).toEqual([]);
    await head.button('survey.good').tap();
    await at(2);
    // The second was found damaged before: now it is gone.
    const second = await settled(async () =>
      [...(await stage.world()).sign.values()].find(({ state }) => state === 'damaged'),
    );
    expect(second.id).toBe(ids[1]);
    await head.button('survey.missing').tap();
    await becomes(ids[1]!, ({ state }) => state === 'missing');
    await at(3);
    await (await head.isTold('survey.done.missing')).getByRole('button', { name: words('undo.do') }).tap();
    await becomes(ids[1]!, ({ state }) => state === 'damaged');
    await photograph(600, 400);
    await becomes(ids[2]!, ({ photoId }) => photoId !== null);
    await head.page.keyboard.press('h');
    await becomes(ids[2]!, ({ state, stateDay }) => state === 'damaged' && stateDay === today);
    await at(4);
    await head.page.keyboard.press('n');
    await at(5);
    await head.button('survey.good').tap();
    await becomes(ids[4]!, ({ stateDay }) => stateDay === today);
    expect(await signOf(ids[4]!)).toMatchObject({ state: 'installed', photoId: null });
    await head.page.getByText(words('survey.end', { total: signCount })).waitFor();
    await picture('survey-end');
    expect((await signOf(ids[3]!)).stateDay).toBe('2026-01-05');
  });

  it('what is late gets a new day, all at once', async () => {
    pictureOnFailure('overdue');
    const before = await signOf(ids[2]!);
    await stage.perform(
      'records.update',
      {
        ...{ recordKind: 'sign', ids: [ids[1]!, ids[2]!], changes: { dueDay: '2026-03-01' } },
      } as never,
      { [ids[1]!]: (await signOf(ids[1]!)).version, [ids[2]!]: before.version },
    );
    await head.openStep('signs');
    await head.page.getByRole('heading', { name: words('overdue.title', { count: 2 }) }).waitFor();
    await head.button('overdue.setAll', { count: 2 }).click();
    await head.field('overdue.newDay').fill('31/12/2099');
    await picture('overdue');
    await head.button('overdue.setAll', { count: 2 }).click();
    const after = await becomes(ids[2]!, ({ dueDay }) => dueDay === '2099-12-31');
    expect(after).toMatchObject({ state: 'damaged', photoId: before.photoId });
  });

  it('plates are planned for the houses with an issued number, and each house says what became of its own', async () => {
    pictureOnFailure('plates');
    const { length: count } = await issueRoad(stage, road.id);
    await head.openStep('signs');
    await head.button('plates.make', { count }).click();
    await head.isTold('plates.made');
    const plates = await settled(async () => {
      const all = [...(await stage.world()).sign.values()].filter(({ signKind }) => signKind === 'house-plate');
      return all.length === count && all;
    });
    expect(new Set(plates.map(({ houseId }) => houseId)).size).toBe(count);
    await head.page.getByRole('heading', { name: words('plates.title') }).scrollIntoViewIfNeeded();
    await picture('plates');
    await head.show('house', plates[0]!.houseId!);
    await head.page.getByRole('button', { name: words('plates.ofHouse', { state: 'dự kiến' }) }).waitFor();
    await picture('house');
  });

  it('the order and the plates come down as files, each whole', async () => {
    pictureOnFailure('order');
    await head.openStep('signs');
    const download = async (key: TextKey) => {
      const [file] = await Promise.all([head.page.waitForEvent('download'), head.button(key).click()]);
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    };
    const shown = async (fold: TextKey) => {
      await head.page
        .locator('summary')
        .filter({ hasText: words(fold) })
        .click();
      await picture(fold);
      expect(await seriousFaults(head.page)).toEqual([]);
    };
    await shown('signOrder.title');
    const workbook = new exceljs.Workbook();
    const xlsx = await download('signOrder.xlsx');
    expect(xlsx.name).toMatch(/^thon-chi-phuc-don-dat-bien-\d{4}-\d\d-\d\d\.xlsx$/);
    await workbook.xlsx.load(new Uint8Array(xlsx.bytes).buffer);
    expect(workbook.worksheets.length).toBeGreaterThan(1);
    // All that is in hand are house plates: the papers of road signs say where those are printed.
    const pdf = head.button('signOrder.pdf');
    expect(await pdf.getAttribute('aria-disabled')).toBe('true');
    await pdf.click({ force: true });
    await head.page.getByText(words('signOrder.onlyPlates')).waitFor();

    await shown('signOrder.plates');
    const plates = await download('signOrder.platesPdf');
    expect(plates.name).toMatch(/^thon-chi-phuc-bien-so-nha-.*\.pdf$/);
    expect(plates.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(plates.bytes.subarray(-6).toString().trim()).toBe('%%EOF');
    await head.isTold('signOrder.done');
    expect(head.complaints.filter((line) => !/net::ERR|422|Failed to load/.test(line))).toEqual([]);
  });
});
