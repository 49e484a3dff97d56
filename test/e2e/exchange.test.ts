/** The lists of a village come in, its addresses go out, and the platform's answer comes back: one officer's afternoon. */
import { beforeAll, expect, it, onTestFailed } from 'vitest';
import { funnelOf } from '../../domain/coverage/funnel.ts';
import { centroid } from '../../domain/geometry/polygon.ts';
import { householdsInOrder } from '../../domain/households/listOrder.ts';
import type { Address } from '../../domain/records/address.ts';
import type { Household } from '../../domain/records/household.ts';
import type { World } from '../../domain/records/world.ts';
import { seriousFaults } from './accessibility.ts';
import { describeInBrowser } from './inBrowser.ts';
import { issueRoad, namedRoad } from './issuing.ts';
import { desktop, phone, type Person } from './person.ts';
import { newOnes, settled } from './settled.ts';
import { words } from './words.ts';

const headings = 'TT;Họ tên chủ hộ;Điện thoại';
const lineOf = ({ ordinal, headName, phone: number }: Household) => `${ordinal};${headName};${number ?? ''}`;

describeInBrowser('exchange', 'canbo', (stage) => {
  let officer: Person;
  let before: World;
  /** As the village's list stands. */
  let list: readonly Household[] = [];
  let issued: readonly Address[] = [];

  const pictureOnFailure = (name: string, person = officer) =>
    onTestFailed(async () => {
      await person.page.screenshot({ path: `test-results/exchange-${name}.png` });
    });

  beforeAll(async () => {
    const road = await namedRoad(stage, 'Đường Gốc Đa');
    issued = await issueRoad(stage, road.id);
    before = await stage.world();
    list = householdsInOrder(before);
    officer = await stage.person(desktop);
    await officer.signIn('canbo');
  });

  const openImport = async (person: Person) => {
    await person.openStep('houses');
    await person.button('import.open').click();
    await person.page.getByRole('heading', { name: words('panel.import'), exact: true }).waitFor();
  };
  const give = async (person: Person, name: string, lines: readonly string[]) => {
    const other = person.button('import.other');
    if (await other.isVisible()) await other.click();
    await person.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
  };

  it('a list with two headings alike is refused, with the row and the column, and nothing of it is kept', async () => {
    pictureOnFailure('refused');
    const sequence = await stage.api.sequence(stage.villageId);
    await openImport(officer);
    await give(officer, 'hai cột.csv', ['TT;Họ tên chủ hộ;Họ tên chủ hộ', '1;Nguyễn Văn Ẩn;x']);
    const told = officer.page.getByRole('alert').filter({ hasText: 'hai cột.csv' });
    await told.waitFor();
    expect(await told.textContent()).toContain(words('import.atRow', { row: '1' }));
    expect(await told.textContent()).toContain('Họ tên chủ hộ');
    expect(await stage.api.sequence(stage.villageId)).toBe(sequence);
  });

  it('a corrected list: each fault is on its cell, a cell is corrected in place, one edit takes all, one undo gives all back', async () => {
    pictureOnFailure('corrected');
    const { page } = officer;
    const [first, second, ...others] = list as [Household, Household, ...Household[]];
    const lines = [
      `${first.ordinal};${first.headName};+84 912 345 678`,
      `${second.ordinal};${second.headName};12`,
      ...others.slice(0, -1).map(lineOf),
      `${list.length + 1};Nguyễn Thị Ễnh Ương;0987654321`,
    ];
    await give(officer, 'danh sách hộ.csv', [headings, ...lines]);
    await page.getByRole('table', { name: words('import.rows') }).waitFor();
    // Twelve is no telephone: it is said on the cell and the row is taken without it, until it is put right.
    await page.getByRole('table').getByText(words('cell.phone-malformed')).first().waitFor();
    await page.getByRole('button', { name: `12 ${words('cell.phone-malformed')}` }).click();
    await page
      .getByRole('textbox', { name: words('import.edit', { field: words('importField.phone'), row: '3' }) })
      .fill('0912 345 679');
    await page.keyboard.press('Enter');
    await page.getByText(words('import.corrected', { count: 1 })).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    // The last of the list is not in the file: it stays, unasked.
    await page.getByText(/của thôn không có trong tệp/).waitFor();
    await officer.button('import.take', { added: 1, changed: 2, gone: 0 }).click();
    await officer.isTold('import.done');
    const after = await settled(async () => {
      const world = await stage.world();
      return newOnes(before.household, world.household) && world;
    });
    expect(after.household.get(first.id)!.phone).toBe('0912345678');
    expect(after.household.get(second.id)!.phone).toBe('0912345679');
    expect(after.household.size).toBe(list.length + 1);
    expect(newOnes(before.household, after.household)!.map(({ headName }) => headName)).toEqual([
      'Nguyễn Thị Ễnh Ương',
    ]);

    await page.keyboard.press('Control+z');
    await officer.isTold('undo.done');
    const taken = await stage.world();
    expect(lines.length).toBe(list.length);
    expect([...taken.household.keys()].sort()).toEqual([...before.household.keys()].sort());
    expect(taken.household.get(first.id)!.phone).toBe(first.phone);
    await page.keyboard.press('Control+y');
    await officer.isTold('redo.done');
    expect((await stage.world()).household.size).toBe(list.length + 1);
  });

  it('the same list again changes nothing, and says so', async () => {
    pictureOnFailure('again');
    const world = await stage.world();
    await openImport(officer);
    await give(officer, 'danh sách hộ.csv', [headings, ...householdsInOrder(world).map(lineOf)]);
    await officer.page.getByText(words('import.nothingNew')).waitFor();
    expect(await officer.button('import.take', { added: 0, changed: 0, gone: 0 }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await officer.button('import.other').click();
  });

  it('on a phone the same list is read row by row, and a row is corrected in a dialog', async () => {
    const person = await stage.person(phone);
    pictureOnFailure('phone', person);
    const { page } = person;
    await person.signIn('canbo');
    await openImport(person);
    const [first] = householdsInOrder(await stage.world()) as [Household, ...Household[]];
    await give(person, 'một hộ.csv', [headings, `${first.ordinal};${first.headName};09x`]);
    await person.button('import.fix').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByLabel(words('importField.phone'), { exact: true }).fill('0912345670');
    await page.getByRole('dialog').getByText(words('import.close'), { exact: true }).click();
    await person.button('import.take', { added: 0, changed: 1, gone: 0 }).click();
    await person.isTold('import.done');
    await settled(async () => (await stage.world()).household.get(first.id)!.phone === '0912345670');
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it('a household without a house is given one by a press on it', async () => {
    pictureOnFailure('assigned');
    const { page } = officer;
    const world = await stage.world();
    const newcomer = householdsInOrder(world).find(({ headName }) => headName === 'Nguyễn Thị Ễnh Ương')!;
    const house = world.house.get(issued[0]!.houseId)!;
    await officer.openStep('houses');
    await officer.button('households.open').click();
    await officer.field('households.search').fill('enh uong');
    await page
      .getByRole('list', { name: words('panel.households') })
      .getByRole('button')
      .click();
    await page.getByRole('region', { name: words('tool.bar') }).waitFor();
    await officer.clickOnMap([centroid(house.footprint!)]);
    await settled(async () => (await stage.world()).household.get(newcomer.id)!.houseId === house.id);
    await officer.button('tool.done').click();
  });

  it('what is released goes out, and the answer comes back: accepted, rejected with its reason, unclear', async () => {
    pictureOnFailure('answer');
    const { page } = officer;
    await officer.openStep('handover');
    await officer.field('handover.purpose').fill('Bàn giao đợt đầu');
    await officer.field('handover.recipient').fill('VNPT Hà Trung');
    await officer.button('releases.make').click();
    await officer.isTold('releases.made');
    await officer.button('answer.open').click();
    const [accepted, rejected] = issued as [Address, Address, ...Address[]];
    await give(officer, 'VNPT trả lời.csv', [
      'Mã nhà;Số nhà;Kết quả;Lý do;Mã địa chỉ số',
      `${accepted.houseId};${accepted.number};Đã tiếp nhận;;440012345`,
      `${rejected.houseId};${rejected.number};Từ chối;Trùng địa chỉ;`,
      ';999;Đã tiếp nhận;;',
    ]);
    await page.getByText(words('answer.unclearLeft', { count: 1 })).waitFor();
    // The zero that Excel took from a code of ten digits is put back, and that is said.
    await page.getByText(words('answerCell.code-zero-lost')).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await officer.button('answer.take', { accepted: 1, rejected: 1 }).click();
    await officer.isTold('answer.done');
    const world = await stage.world();
    expect([...world.platformAnswer.values()].map(({ verdict, reason }) => [verdict, reason]).sort()).toEqual([
      ['accepted', null],
      ['rejected', 'Trùng địa chỉ'],
    ]);

    await officer.openPanel('panel.criterion6');
    const report = page.locator('section').filter({ has: page.getByRole('heading', { name: words('funnel.report') }) });
    await report.getByText(`1/${funnelOf(world, new Map()).houses}`).waitFor();
    await officer.field('criterion6.stage').selectOption('rejected');
    await page
      .getByRole('list', { name: words('criterion6.missing') })
      .getByRole('button')
      .waitFor();
    // The house says what the platform said.
    await officer.show('house', rejected.houseId);
    await page.getByText('Trùng địa chỉ').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('the console had nothing to complain of', () => {
    expect(officer.complaints).toEqual([]);
  });
});
