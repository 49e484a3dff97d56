/** Text as it stands in HTML and SVG, in elements and in attributes between double quotes. */
export const escapedMarkup = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
