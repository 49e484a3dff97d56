/** Texts of the order of signs and of house plates as files. */
import type { signOrderVi } from '../vi/signOrder.ts';

export const signOrderEn: Record<keyof typeof signOrderVi, string> = {
  'signOrder.title': 'Order of signs',
  'signOrder.lead':
    'A spreadsheet with the text of every sign, unit prices and totals; a print with one sheet a sign, drawn to scale with a map; outlines for the workshop to cut.',
  'signOrder.which': 'Which signs',
  'signOrder.which.inHand': 'Planned and ordered',
  'signOrder.which.planned': 'Planned only',
  'signOrder.which.ordered': 'Ordered only',
  'signOrder.which.again': 'Damaged or missing, to make again',
  'signOrder.count': '{count} signs',
  'signOrder.countWithPlates': '{count} signs, {plates} of them house plates (not in the PDF)',
  'signOrder.xlsx': 'Download spreadsheet (XLSX)',
  'signOrder.pdf': 'Download print (PDF)',
  'signOrder.zip': 'Download faces (SVG)',
  'signOrder.none': 'There are no such signs.',
  'signOrder.onlyPlates': 'Only house plates: take their print under House plates to make.',
  'signOrder.plates': 'House plates to make',
  'signOrder.platesLead': 'At their real size on A4 with marks to cut along; the size follows the number of figures.',
  'signOrder.numbers': 'Which numbers',
  'signOrder.numbers.issued': 'Issued numbers only',
  'signOrder.numbers.all': 'Draft numbers too',
  'signOrder.code': 'Print a QR code that opens the address page',
  'signOrder.codeLead':
    'It opens a public page with the address and its Plus Code, without any name. Only houses with an issued number have one.',
  'signOrder.codeLocal':
    'The address {host} opens on this machine only. Ask the administrator to set the public address of the server (SONHA_PUBLIC_URL) before printing QR codes.',
  'signOrder.platesCount': '{count} house plates to make',
  'signOrder.platesXlsx': 'Download list (XLSX)',
  'signOrder.platesPdf': 'Download real-size print (PDF)',
  'signOrder.noNumbers.issued': 'No number has been issued yet.',
  'signOrder.noNumbers.all': 'No house has a number yet.',
  'signOrder.platesNone': 'Every house with a number has its plate.',
  'signOrder.working': 'Making the file…',
  'signOrder.done': '{name} downloaded.',
};
