/** A person at a camera and a streetlight: where they stand, a kind chosen, a figure that cannot be, a household's consent. */
import { expect, it, onTestFailed } from 'vitest';
import { cameraPresets, lampPresets } from '../../domain/coverage/devicePresets.ts';
import { describeInBrowser } from './inBrowser.ts';
import { phone } from './person.ts';
import { settled } from './settled.ts';
import { words, wordsLike } from './words.ts';

describeInBrowser('cameras and streetlights', 'canbo', (stage) => {
  it('are filled in from a kind, and a household withdraws its consent', async () => {
    const world = await stage.world();
    const camera = [...world.camera.values()].find(({ owner }) => owner === 'household')!;
    const lamp = [...world.lamp.values()][0]!;
    const cameraNow = async () => (await stage.world()).camera.get(camera.id);
    const person = await stage.person(phone);
    const { page } = person;
    onTestFailed(async () => {
      await page.screenshot({ path: 'test-results/devices.png' });
    });

    await person.signIn('canbo');
    await person.show('camera', camera.id);
    await page.getByText(wordsLike('device.at')).waitFor();
    await person.button('consent.withdraw').click();
    await person.isTold('consent.savedWithdrawn');
    await settled(async () => (await cameraNow())?.consentWithdrawnOn !== null);
    await person.button('consent.give').waitFor();

    const { id, fields } = cameraPresets.find((preset) => preset.id === 'bullet-6-4mp')!;
    await person.field('preset.camera').selectOption(id);
    await settled(async () => (await cameraNow())?.horizontalFieldOfViewDegrees === 53);
    expect(await cameraNow()).toMatchObject({ ...fields, heightMeters: camera.heightMeters });

    const angle = person.field('camera.angle');
    await angle.fill('400');
    await angle.blur();
    expect(await angle.getAttribute('aria-invalid')).toBe('true');
    expect((await cameraNow())?.horizontalFieldOfViewDegrees).toBe(53);
    await angle.fill('60');
    await angle.blur();
    await settled(async () => (await cameraNow())?.horizontalFieldOfViewDegrees === 60);
    expect(await person.field('preset.camera').inputValue()).toBe('');

    await person.show('lamp', lamp.id);
    await person.field('preset.lamp').selectOption('sodium-150');
    const chosen = lampPresets.find((preset) => preset.id === 'sodium-150')!;
    await settled(async () => (await stage.world()).lamp.get(lamp.id)?.powerWatts === 150);
    expect((await stage.world()).lamp.get(lamp.id)).toMatchObject(chosen.fields);
    await page.getByText(words('device.more')).click();
    await person.field('device.pole').fill('CP-07');
    await person.button('device.savePole').click();
    await settled(async () => (await stage.world()).lamp.get(lamp.id)?.pole === 'CP-07');

    await person.openPanel('panel.history');
    await page.getByText(words('privateReads.title')).click();
    await page.getByText(wordsLike('privateReads.line')).first().waitFor();
    expect(person.complaints).toEqual([]);
  });
});
