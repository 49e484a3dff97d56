/** Texts of what waits on the device. */
import type { unsentVi } from '../vi/unsent.ts';

export const unsentEn: Record<keyof typeof unsentVi, string> = {
  'panel.unsent': 'Unsent edits',
  'unsent.lead':
    'Unsent edits and pictures are kept on this device and sent when there is a network, those of other villages too. Closing the page loses nothing.',
  'unsent.none': 'Everything has been sent.',
  'unsent.waiting': 'Waiting to be sent ({count})',
  'unsent.elsewhere': '{count} more wait in another window or another village.',
  'unsent.refused': 'Could not be sent ({count})',
  'unsent.refusedLead': 'The server did not accept these. Look at each, then do it again or drop it.',
  'unsent.look': 'Look',
  'unsent.again': 'Do it again',
  'unsent.anew': 'Make it anew',
  'unsent.drop': 'Drop',
  'unsent.onMap': 'Show on the map',
  'unsent.openVillage': 'Open {name} to do it again.',
  'unsent.doneAgain': 'Done again: {what}.',
  'unsent.photosWaiting': 'Pictures waiting to be sent ({count})',
  'unsent.photosRefused': 'Pictures that could not be sent ({count})',
  'unsent.photosRefusedLead': 'These are still on this device. Look at each, then send it again or drop it.',
  'unsent.photo': 'Picture of the sign “{text}”',
  'unsent.photoOfSign': 'Picture of a sign',
  'unsent.photoTaken': '{village} · taken on {date}',
  'unsent.photoAgain': 'Send again',
  'unsent.others': '{count} unsent edits of {name} wait on this device. They are sent when {name} signs in here.',
  'unsent.notKept':
    'This device cannot keep unsent edits (a private window, or no room left). Do not close the page while some are unsent.',
  'unsent.onDevice': '{count} unsent edits wait on this device. They are kept.',
  'link.refused': '{count} could not be sent',
  'link.notKept': '{count} unsent. Do not close the page!',
  'link.photos': '{count} pictures unsent',
  'link.photosRefused': '{count} pictures could not be sent',
  'link.unsentShort': '{count} unsent',
  'link.refusedShort': '{count} refused',
  'link.lookAt': 'Look at unsent edits',
  'link.look': 'Look',

  'signOut.title': 'Some edits are unsent',
  'signOut.lead':
    '{count} edits are unsent. Wait: you are signed out when they are sent. If you sign out now they stay on this device and are sent only when you sign in here again.',
  'signOut.refusedLead':
    '{count} edits or pictures could not be sent. If you sign out they stay on this device for you to look at later.',
  'signOut.photosTitle': 'Some pictures are unsent',
  'signOut.photosLead':
    '{count} pictures of signs are unsent. If you sign out now they stay on this device and are sent only when you sign in here again.',
  'signOut.lost': 'This device cannot keep them: signing out now loses {count} edits.',
  'signOut.wait': 'Stay',
  'signOut.anyway': 'Sign out, leave them here',
  'signOut.losing': 'Sign out and lose them',

  'drawing.restored': 'The drawing you had not finished is back. Go on, or press Cancel.',
};
