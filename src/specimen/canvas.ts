import type { Box } from '../vision/geometry.ts';
import { type FamilyName, families } from './fonts/families.ts';
import { textWidth } from './fonts/text-width.ts';

export type TextStyle = {
  /** Height of the type in pixels. */
  readonly size: number;
  readonly font?: FamilyName;
  readonly weight?: 400 | 500 | 600 | 700;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Pixels more between characters. */
  readonly spacing?: number;
  /** The type is made smaller where the text would be wider than this. */
  readonly within?: number;
  /** The vendor's name of the field that this text, or this line of it, is. */
  readonly field?: string;
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] as string);
const anchorShare = { start: 0, middle: 0.5, end: 1 } as const;

/** One side of a specimen while it is drawn: SVG, and where its texts and its portrait are. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  /** Typeface of texts that name none. */
  readonly font: FamilyName;
  /** Where a Chinese character is looked for when the typeface has none. */
  readonly chinese: 'traditional' | 'simplified' | 'simplifiedOther';
  readonly texts: Box[] = [];
  readonly zones: Record<string, Box[]> = {};
  /** What SPECIMEN must not be printed over, besides texts. */
  readonly reserved: Box[] = [];
  portrait: Box | null = null;
  readonly #parts: string[] = [];

  constructor(width: number, height: number, font: FamilyName, chinese: Canvas['chinese'] = 'traditional') {
    this.width = width;
    this.height = height;
    this.font = font;
    this.chinese = chinese;
  }

  /** Any SVG of the caller's. */
  draw(svg: string): void {
    this.#parts.push(svg);
  }

  /** Prints one line; `x` is its start, middle or end, `y` its base line. */
  text(x: number, y: number, text: string, style: TextStyle): void {
    if (text === '') return;
    const { font = this.font, weight = 400, fill = '#1b1b22', anchor = 'start', spacing = 0 } = style;
    const full = textWidth(text, font, style.size, weight, spacing);
    const shrink = style.within === undefined ? 1 : Math.min(1, style.within / full);
    const size = style.size * shrink;
    const width = textWidth(text, font, size, weight, spacing);
    const left = x - width * anchorShare[anchor];
    const box = { left, top: y - size * 0.8, right: left + width, bottom: y + size * 0.24 };
    this.texts.push(box);
    if (style.field !== undefined) {
      this.zones[style.field] ??= [];
      this.zones[style.field]?.push(box);
    }
    const family = `${families[font].name}, ${families[this.chinese].name}`;
    this.draw(
      `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="${family}" font-size="${size.toFixed(2)}" ` +
        `font-weight="${weight}" fill="${fill}" text-anchor="${anchor}" letter-spacing="${spacing}" ` +
        `xml:space="preserve">${escapeXml(text)}</text>`,
    );
  }

  /** Prints lines below each other, `leading` pixels apart. */
  lines(x: number, y: number, lines: readonly string[], leading: number, style: TextStyle): void {
    lines.forEach((line, at) => {
      this.text(x, y + at * leading, line, style);
    });
  }

  toSvg(): string {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}" ` +
      `viewBox="0 0 ${this.width} ${this.height}">${this.#parts.join('')}</svg>`
    );
  }
}
