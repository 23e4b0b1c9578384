import { markdownTable } from './markdown-table.ts';

/** What one person's honest recording showed of something that is held to a mark. */
export type Shown = { readonly person: string; readonly value: number };

/** A mark that honest people must not cross. */
export type Mark = {
  readonly name: string;
  readonly value: number;
  /** Whether it refuses below the mark or above it. */
  readonly refuses: 'below' | 'above';
  readonly shown: readonly Shown[];
};

/** A mark set without one person, tried on that person alone. */
export type LeftOut = {
  readonly person: string;
  readonly mark: number;
  readonly tried: number;
  readonly refused: number;
};

/**
 * Sets a mark anew without each person in turn, by the rule that the shipped one follows: it keeps its distance (as a ratio) from the one
 * who stands nearest among those that it lets pass. Those whom the shipped mark refuses set none, but are tried like all others. Null where
 * there is nothing to set it by: fewer than two people, or the nearest stands at 0, so that no ratio tells how far off a mark would be.
 */
export function leaveEachOut({ value, refuses, shown }: Mark): readonly LeftOut[] | null {
  const people = [...new Set(shown.map(({ person }) => person))];
  const crosses = (one: number, mark: number) => (refuses === 'below' ? one < mark : one > mark);
  const nearest = (list: readonly Shown[]) => {
    const values = list.map((one) => one.value).filter((one) => !crosses(one, value));
    return refuses === 'below' ? Math.min(...values) : Math.max(...values);
  };
  const known = nearest(shown);
  if (people.length < 2 || known === 0) return null;
  return people.map((person) => {
    const own = shown.filter((one) => one.person === person);
    const mark = (value / known) * nearest(shown.filter((one) => one.person !== person));
    const refused = own.filter((one) => crosses(one.value, mark)).length;
    return { person, mark, tried: own.length, refused };
  });
}

/** A line for each mark: what it would be without each person, and how many of that person's recordings it would then refuse. */
export function leftOutTable(marks: readonly Mark[]): string {
  const lines = marks.map((mark) => {
    const rows = leaveEachOut(mark);
    if (!rows) return [`\`${mark.name}\``, String(mark.value), whyNot(mark), '–', '–'];
    const refused = rows.reduce((sum, row) => sum + row.refused, 0);
    const tried = rows.reduce((sum, row) => sum + row.tried, 0);
    const worst = rows.reduce((most, row) =>
      row.refused / row.tried > most.refused / most.tried ? row : most,
    );
    return [
      `\`${mark.name}\``,
      String(mark.value),
      rows.map((row) => `${row.person} ${Number(row.mark.toPrecision(3))}`).join(', '),
      `${refused} of ${tried}`,
      worst.refused === 0 ? 'none' : `${worst.person}: ${worst.refused} of ${worst.tried}`,
    ];
  });
  const head = [
    'threshold',
    'shipped',
    'set without',
    'refused of those left out',
    'most of one person',
  ] as const;
  return markdownTable(head, lines);
}

function whyNot({ shown }: Mark): string {
  const people = new Set(shown.map(({ person }) => person)).size;
  return people < 2 ? `cannot be said: ${people} person` : 'cannot be said: all stand at 0';
}
