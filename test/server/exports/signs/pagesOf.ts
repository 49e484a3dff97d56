/** The text of each page of a PDF, as another library reads it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export async function pagesOf(content: Buffer): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await document.destroy();
  return pages;
}
