import { brotliDecompressSync } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { restoreGlyphs } from './glyphs.ts';

/** WOFF 2.0 §4.1: the tags that a directory entry names by number. */
const knownTags = (
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT ' +
  'VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar ' +
  'fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
)
  .split(' ')
  .map((tag) => tag.replace('_', ' '));

type Entry = { readonly tag: string; readonly length: number; readonly isTransformed: boolean };

/**
 * Unpacks a WOFF 2.0 font into the TrueType that the text renderer inside sharp reads: its FreeType is built without
 * Brotli, and its Pango turns every wrapped font away. Throws on other formats, collections, and the rare transform
 * of `hmtx`.
 */
export function unpackWoff2(file: Uint8Array): Buffer {
  const reader = new ByteReader(file);
  if (reader.take(4).toString('latin1') !== 'wOF2') throw new Error('This is no WOFF 2.0 font.');
  const flavour = reader.u32();
  reader.u32();
  const count = reader.u16();
  reader.take(6);
  const compressedLength = reader.u32();
  reader.take(24);
  const entries = Array.from({ length: count }, () => readEntry(reader));
  const content = new ByteReader(brotliDecompressSync(reader.take(compressedLength)));
  const tables = new Map<string, Buffer>();
  for (const { tag, length, isTransformed } of entries) {
    const bytes = content.take(length);
    if (!isTransformed) tables.set(tag, Buffer.from(bytes));
    else if (tag === 'glyf') {
      const { glyf, loca } = restoreGlyphs(bytes);
      tables.set('glyf', glyf);
      tables.set('loca', loca);
    }
  }
  // `loca` was written in its long form, whatever the font had.
  if (entries.some(({ tag, isTransformed }) => tag === 'glyf' && isTransformed)) {
    tables.get('head')?.writeInt16BE(1, 50);
  }
  return writeSfnt(flavour, tables);
}

function readEntry(reader: ByteReader): Entry {
  const flags = reader.u8();
  const tag = (flags & 63) === 63 ? reader.take(4).toString('latin1') : String(knownTags[flags & 63]);
  const version = flags >> 6;
  const isOutline = tag === 'glyf' || tag === 'loca';
  const isTransformed = isOutline ? version !== 3 : version !== 0;
  if (isTransformed && !isOutline)
    throw new Error(`The table ${tag} of this font is packed in an unknown way.`);
  const length = reader.base128();
  return { tag, length: isTransformed ? reader.base128() : length, isTransformed };
}

/** An sfnt file. The checksums stay 0: FreeType does not look at them. */
function writeSfnt(flavour: number, tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([first], [second]) => (first < second ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(sorted.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((sorted.length - power) * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  sorted.forEach(([tag, bytes], at) => {
    const entry = 12 + 16 * at;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    const padding = -bytes.length & 3;
    parts.push(bytes, Buffer.alloc(padding));
    offset += bytes.length + padding;
  });
  return Buffer.concat(parts);
}
