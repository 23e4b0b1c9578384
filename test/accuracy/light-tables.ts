import type { MeasuredFilm } from './light-measured.ts';
import { rateOf } from './liveness-rates.ts';
import { markdownTable } from './markdown-table.ts';
import { percent } from './percent.ts';

export type Films = readonly MeasuredFilm[];

export function rateCells(
  films: Films,
  isError: (film: MeasuredFilm) => boolean,
): readonly (string | number)[] {
  const rate = rateOf(films.map((film) => ({ person: film.person, isError: isError(film) })));
  return [
    rate.count,
    rate.people,
    `${percent(rate.perPresentation)} / ${percent(rate.perPerson)}`,
    `${percent(rate.low)} to ${percent(rate.high)}`,
  ];
}

export const passes = ({ refusals }: MeasuredFilm) => refusals.length === 0;

export function speciesTable(films: Films): string {
  const rows = [...Map.groupBy(films, ({ species }) => species)].map(([species, own]) => [
    species,
    ...rateCells(own, passes),
    reasonsOf(own),
  ]);
  return markdownTable(['species', 'n', 'people', 'let through', '95 %', 'refused by'], rows);
}

export function reasonsOf(films: Films): string {
  const first = films.flatMap(({ refusals }) => refusals.slice(0, 1));
  const counts = [...Map.groupBy(first, (id) => id)].sort((one, other) => other[1].length - one[1].length);
  return counts.map(([id, all]) => `${all.length} × ${id}`).join(', ') || '–';
}
