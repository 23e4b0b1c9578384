import type { Canvas, TextStyle } from '../canvas.ts';
import { textWidth, wrapText } from '../fonts/text-width.ts';

/** One value and its label, if the card prints one. `x`, `y`: start and base line of whichever stands first. */
export type Slot = {
  readonly x: number;
  readonly y: number;
  readonly value: string;
  /** The vendor's name of the field; absent for what nobody asks for. */
  readonly field?: string;
  readonly label?: string;
  /** Where the label stands; `above` if absent. */
  readonly labelled?: 'above' | 'beside' | 'below';
  /** Where a value beside its label begins; straight after the label if absent. */
  readonly valueX?: number;
  readonly size?: number;
  /** The value is broken into so many lines at most, and made smaller where it needs more. One if absent. */
  readonly lines?: number;
  /** Width for the value, in pixels. */
  readonly within?: number;
};

/** Print of one layout. Sizes in pixels of a card 1280 wide. */
export type SlotStyle = {
  readonly value: TextStyle;
  readonly label: TextStyle;
};

/** Base line to base line, in sizes of the type. */
const leading = 1.22;
/** From the base line of a label to that of the value under it, in sizes of the value. */
const drop = 1.1;

/** A label whose value is empty stands alone, as it does on the card of one who has no middle name. */
export function printSlots(canvas: Canvas, slots: readonly Slot[], style: SlotStyle): void {
  for (const slot of slots) printSlot(canvas, slot, style);
}

function printSlot(canvas: Canvas, slot: Slot, style: SlotStyle): void {
  const { x, y, label, labelled = 'above', field } = slot;
  const largest = slot.size ?? style.value.size;
  const { font = canvas.font, weight = 400 } = style.label;
  const labelWidth = label === undefined ? 0 : textWidth(label, font, style.label.size, weight);
  const isBeside = label !== undefined && labelled === 'beside';
  const isAbove = label !== undefined && labelled === 'above';
  const valueX = isBeside ? (slot.valueX ?? x + labelWidth + 14) : x;
  const valueY = isAbove ? y + largest * drop : y;
  const { lines, size } = fit(canvas, slot, { ...style.value, size: largest });
  const own = { ...style.value, size, ...(field === undefined ? {} : { field }) };
  canvas.lines(valueX, valueY, lines, size * leading, own);
  if (label === undefined) return;
  const below = valueY + (lines.length - 1) * size * leading + style.label.size * 1.3;
  canvas.text(x, labelled === 'below' ? below : y, label, style.label);
}

function fit(
  canvas: Canvas,
  { value, within, lines: most = 1 }: Slot,
  { font = canvas.font, weight = 400, size: largest }: TextStyle,
): { readonly lines: readonly string[]; readonly size: number } {
  if (within === undefined) return { lines: [value], size: largest };
  for (let size = largest; ; size -= 1) {
    const lines = most === 1 ? [value] : wrapText(value, font, size, within, weight);
    const isNarrow = lines.every((line) => textWidth(line, font, size, weight) <= within);
    if ((lines.length <= most && isNarrow) || size <= largest * 0.6) return { lines, size };
  }
}
