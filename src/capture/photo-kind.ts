export type PhotoKind = 'jpeg' | 'png' | 'webp';

/** Major brands of HEIF files that hold HEVC pictures (ISO/IEC 23008-12, annex B): what phones call HEIC. */
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** What a file is by its first bytes, whatever its name or its sender says; null: none that we take, nor HEIC. */
export function photoKind(bytes: Uint8Array): PhotoKind | 'heic' | null {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'webp';
  if (text.slice(4, 8) === 'ftyp' && heicBrands.includes(text.slice(8))) return 'heic';
  return null;
}
