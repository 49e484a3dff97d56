/** Texts of cameras and streetlights: where they stand, kinds to choose from, what is rarely known, consent. */
import type { devicesVi } from '../vi/devices.ts';

export const devicesEn: Record<keyof typeof devicesVi, string> = {
  'device.at': '{road}, {meters} m from its start, {side}',
  'device.atNoRoad': 'There is no road within {meters} m.',
  'device.pole': 'Mark of the pole',
  'device.poleHint': 'As written on the pole, for example CP-07.',
  'device.savePole': 'Save the mark',
  'device.more': 'Technical figures',
  'preset.camera': 'Kind of camera',
  'preset.lamp': 'Kind of streetlight',
  'preset.hint': 'Choosing a kind fills in its usual figures; they can be changed afterwards.',
  'preset.none': 'As the figures below say',
  'preset.cameraIs': '{body} {figures} · night {night} m',
  'preset.lampIs': '{source} {figures}',
  'body.bullet': 'Bullet',
  'body.dome': 'Dome',
  'body.ptz': 'Turning (PTZ)',

  'camera.tilt': 'Tilt below the horizontal (degrees)',
  'camera.verticalPixels': 'Vertical pixels',
  'camera.night': 'Sees in the dark up to (metres)',
  'camera.nightHint': 'By its own infrared. Write 0 if it has none.',
  'camera.model': 'Model',
  'camera.saveModel': 'Save the model',
  'camera.notice': 'A camera that looks at a public place needs a notice for those who pass (Law 91/2025, Art. 32).',
  'consent.title': 'Consent of the household',
  'consent.none': 'Nobody has recorded the day on which the household agreed to have this camera on the village’s map.',
  'consent.given': 'The household agreed on {date}.',
  'consent.withdrawn':
    'The household withdrew its consent on {date}. The camera stays recorded but does not count in what cameras see.',
  'consent.give': 'Record consent today',
  'consent.withdraw': 'Record withdrawal',
  'consent.saved': 'Recorded: the household agreed on {date}.',
  'consent.savedWithdrawn': 'Recorded: the household withdrew its consent on {date}.',

  'lamp.source': 'Kind of light',
  'lamp.sourceUnknown': 'Not known',
  'lamp.flux': 'Luminous flux (lumens)',
  'lamp.radius': 'Lit radius (metres)',
  'lamp.radiusHint': 'Left empty, it follows from the height of the light.',
};
