/** Programs for changing pictures, as they name themselves in a file's header. Phones' own names are not among them. */
const editors = [
  'Photoshop',
  'Lightroom',
  'GIMP',
  'Pixelmator',
  'Affinity Photo',
  'PicsArt',
  'Canva',
  'Paint.NET',
];

/** EXIF, XMP and IPTC stand before the picture; no phone writes more than this of them. */
const headerBytes = 128 * 1024;

/**
 * The editing program that a photo's header names, or null. A hint of the weakest kind: it takes one line of code to
 * remove, and an honest customer may have cropped the photo with it.
 */
export function editorNamedIn(file: Uint8Array): string | null {
  const header = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, headerBytes)).toString(
    'latin1',
  );
  return editors.find((editor) => header.includes(editor)) ?? null;
}
