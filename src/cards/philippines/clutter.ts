import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import { alignmentsOf } from '../edit-distance.ts';
import { fold } from '../fold.ts';
import { isNameLike } from './words.ts';

/** What these cards print that is about nobody: headings, titles of officers, marks of specimens. */
const headings = [
  'REPUBLIC OF THE PHILIPPINES',
  'REPUBLIKA NG PILIPINAS',
  'COMMISSION ON ELECTIONS',
  "VOTER'S IDENTIFICATION CARD",
  "VOTER'S IDENTIFICATION NUMBER",
  "VOTER'S ID",
  'COMELEC',
  'DEPARTMENT OF TRANSPORTATION',
  'DEPARTMENT OF TRANSPORTATION AND COMMUNICATIONS',
  'LAND TRANSPORTATION OFFICE',
  "DRIVER'S LICENSE",
  "NON-PROFESSIONAL DRIVER'S LICENSE",
  "PROFESSIONAL DRIVER'S LICENSE",
  "STUDENT DRIVER'S PERMIT",
  'DEPARTMENT OF FINANCE',
  'KAGAWARAN NG PANANALAPI',
  'BUREAU OF INTERNAL REVENUE',
  'KAWANIHAN NG RENTAS INTERNAS',
  'TAXPAYER IDENTIFICATION NUMBER',
  'TAX IDENTIFICATION NUMBER',
  'TAXPAYER IDENTIFICATION CARD',
  'TAXPAYER IDENTIFICATION',
  'TIN CARD',
  'TIN ID',
  'SOCIAL SECURITY SYSTEM',
  'SOCIAL SECURITY NUMBER',
  'SOCIAL SECURITY CARD',
  'SOCIAL SECURITY ID',
  'SS NUMBER',
  'SSS NUMBER',
  'SS ID CARD',
  'SSS ID',
  'SSS',
  'UNIFIED MULTI-PURPOSE ID',
  'UNIFIED MULTI-PURPOSE IDENTIFICATION CARD',
  'UMID',
  'IDENTIFICATION CARD',
  'PHILIPPINES',
  'PILIPINAS',
  'SPECIMEN',
  'SAMPLE',
  'NOT VALID',
  'VOID',
] as const;

/** The line under an officer's name. */
const titles = [
  'COMMISSIONER',
  'COMMISSIONER OF INTERNAL REVENUE',
  'PRESIDENT AND CEO',
  'PRESIDENT & CEO',
  'ASSISTANT SECRETARY',
  'CHAIRMAN',
  'CHAIRPERSON',
  'SECRETARY',
  'ADMINISTRATOR',
  'ELECTION OFFICER',
  'REVENUE DISTRICT OFFICER',
] as const;

/** Lines lower than this share of the card's height are micro-text: small print on cards is 1.3 mm of 54 and higher. */
const minLineShare = 0.013;

/** A phrase makes a line a heading when so much of the line is the phrase. */
const minCover = 0.65;
const maxEditShare = 0.22;

/** The lines that may say something about the holder: no micro-text, no stray signs. */
export function printOf(page: CardPage): readonly TextLine[] {
  const least = page.height * minLineShare;
  return page.lines.filter(({ box, text }) => box.bottom - box.top >= least && /[\p{L}\p{N}]/u.test(text));
}

export function isHeading(text: string): boolean {
  return isAnyOf(text, headings);
}

export function isTitle(text: string): boolean {
  return isAnyOf(text, titles);
}

/** The lines without headings, titles and the officers' names above the titles. */
export function withoutClutter(lines: readonly TextLine[]): readonly TextLine[] {
  const officers = lines.filter((line) => isTitle(line.text));
  return lines.filter((line) => {
    if (officers.includes(line) || isHeading(line.text)) return false;
    return (
      !/^ATTY\b/i.test(line.text) &&
      !(isNameLike(line.text) && officers.some((title) => standsOver(line, title)))
    );
  });
}

function standsOver(line: TextLine, title: TextLine): boolean {
  const gap = title.box.top - line.box.bottom;
  const height = title.box.bottom - title.box.top;
  const shared = Math.min(line.box.right, title.box.right) - Math.max(line.box.left, title.box.left);
  return gap > -0.5 * height && gap < 0.9 * height && shared > 0;
}

function isAnyOf(text: string, phrases: readonly string[]): boolean {
  const folded = fold(text);
  return phrases.some((phrase) => {
    const wanted = fold(phrase);
    const edits = Math.floor(wanted.length * maxEditShare);
    return alignmentsOf(wanted, folded, edits).some(
      ({ start, end }) => end - start >= minCover * folded.length && end > start,
    );
  });
}
