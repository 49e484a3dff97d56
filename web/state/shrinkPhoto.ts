/** A picture made small enough for a weak network before it is sent; the server makes it anew in any case. */

/** As the server keeps them. */
const longestEdge = 1600;
const quality = 0.82;

/** Upright JPEG; what this browser cannot read goes as it is, for the server to say why it cannot either. */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return file;
  }
  const scale = Math.min(1, longestEdge / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob((small) => resolve(small ?? file), 'image/jpeg', quality));
}
