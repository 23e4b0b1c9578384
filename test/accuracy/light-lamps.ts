import type { MeasuredFilm } from './light-measured.ts';
import { type Films, passes, rateCells, reasonsOf, speciesTable } from './light-tables.ts';
import { markdownTable } from './markdown-table.ts';

/** What a lamp above or beside the face changes, in scenes that are drawn for it. */
export function lampSection(films: Films): string {
  const right = films.filter(({ species }) => species === 'right');
  return [
    '## Rooms with a lamp',
    `The rooms above light a face from everywhere alike, or from the front. In ${right.length} more scenes 30 to 70 % of the room's light comes from a lamp 60 or 75 degrees up before the face, or
from a window 60 degrees aside, and the chin shades the neck. What the lamp lights least, the screen's light changes most: below the brows, under the nose, on the sides that look down or
away. The clip's own light stays what it was.`,
    lampTable(right),
    speciesTable(films),
  ].join('\n\n');
}

const places = {
  above: '60 degrees up',
  overhead: '75 degrees up',
  aside: 'aside',
} as const;

function lampTable(right: Films): string {
  const lampOf = ({ light }: MeasuredFilm) => light.scene.lamp;
  const groups: readonly (readonly [string, Films])[] = [
    ...Object.entries(places).map(
      ([from, name]) => [`lamp ${name}`, right.filter((film) => lampOf(film).from === from)] as const,
    ),
    ["less than half of the room's light", right.filter((film) => lampOf(film).share < 0.5)],
    ['half or more', right.filter((film) => lampOf(film).share >= 0.5)],
    ['all', right],
  ];
  const rows = groups.map(([name, own]) => [
    name,
    ...rateCells(own, (film) => !passes(film)),
    reasonsOf(own),
  ]);
  return markdownTable(['scene', 'n', 'people', 'refused', '95 %', 'by'], rows);
}
