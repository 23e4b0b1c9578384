import { isReplay } from '../../src/verify/decide-replay.ts';
import { findReplay } from '../../src/verify/liveness/replay/find-replay.ts';
import { evenTrace, matchTraces } from '../../src/verify/liveness/replay/trace-likeness.ts';
import { quantileOf } from '../../src/verify/median.ts';
import { replayThresholds } from '../../src/verify/thresholds-replay.ts';
import { leftOutTable } from './left-out.ts';
import { markdownTable } from './markdown-table.ts';
import { percent } from './percent.ts';
import type { ReplayFilm, ReplayKind } from './replay-films.ts';
import type { JudgedReplay } from './replay-sessions.ts';

const { likenessLeast } = replayThresholds;

const titles: Readonly<Record<Exclude<ReplayKind, 'first'>, string>> = {
  again: 'filmed again: another hand, camera, rate and encoding',
  mirrored: 'the same, left and right exchanged',
  lit: "the same, the screen's colours on the face (level 3)",
  'on a screen': 'shown on a phone, tablet or monitor',
};

/** Each film held against all that came first, as a server holds it against what it has. */
export function foundTable(films: readonly ReplayFilm[]): string {
  const firsts = films
    .filter(({ kind }) => kind === 'first')
    .map(({ trace }, at) => ({ seq: String(at), trace }));
  const rows = Object.entries(titles).map(([kind, title]) => {
    const replays = films.filter((film) => film.kind === kind).map(({ trace }) => findReplay(trace, firsts));
    const likeness = replays.map((replay) => replay?.likeness ?? -1);
    const found = replays.filter((replay) => replay && isReplay(replay)).length;
    const places = [0, 0.1, 0.5].map((share) => quantileOf(likeness, share).toFixed(2)).join(' · ');
    return [title, replays.length, shareOf(found, replays.length), places];
  });
  return markdownTable(['how it comes again', 'n', 'found', 'likeness: least · 10 % · median'], rows);
}

/** How alike two films are that share no moment, and whose they are. */
type Pair = { readonly people: readonly string[]; readonly likeness: number };

/** Every two films that share no moment. */
export function strangePairs(films: readonly ReplayFilm[]): readonly Pair[] {
  const even = films.map((film) => ({ film, even: evenTrace(film.trace) }));
  return even.flatMap((one, at) =>
    even.slice(at + 1).flatMap((other) => {
      if (mayShareMoments(one.film, other.film)) return [];
      const match = matchTraces(one.even, other.even);
      const people = [...new Set([one.film.person, other.film.person])];
      return match ? [{ people, likeness: match.likeness }] : [];
    }),
  );
}

export function falseTable(pairs: readonly Pair[]): string {
  const ofSo = (many: number) =>
    pairs.filter(({ people }) => people.length === many).map(({ likeness }) => likeness);
  const row = (title: string, values: readonly number[]) => [
    ...[title, values.length, values.filter((value) => value >= likenessLeast.value).length],
    [0.5, 0.99, 1].map((share) => quantileOf(values, share).toFixed(2)).join(' · '),
  ];
  return markdownTable(
    ['two films of', 'pairs', 'taken for one', 'likeness: median · 99 % · most'],
    [row('one person, other moments', ofSo(1)), row('two people', ofSo(2))],
  );
}

/** The mark, set without each person in turn and tried on that person's own films. */
export function markTable(pairs: readonly Pair[]): string {
  const shown = pairs.flatMap(({ people, likeness }) =>
    people.length === 1 ? [{ person: people[0]!, value: likeness }] : [],
  );
  return leftOutTable([{ name: 'likenessLeast', value: likenessLeast.value, refuses: 'above', shown }]);
}

/** Longer than any of these films is. */
const apartSeconds = 5.6;

function mayShareMoments(one: ReplayFilm, other: ReplayFilm): boolean {
  if (one.fromSeconds === null || other.fromSeconds === null) return one.person === other.person;
  return one.clip === other.clip && Math.abs(one.fromSeconds - other.fromSeconds) < apartSeconds;
}

export function sessionTable(judged: readonly JudgedReplay[]): string {
  const seenBefore = 'replay.seen-before';
  const rows = [...new Set(judged.map(({ species }) => species))].map((species) => {
    const mine = judged.filter((one) => one.species === species);
    const unknown = mine.filter(({ refusals }) => refusals.every((id) => id === seenBefore)).length;
    const passed = mine.filter(({ refusals }) => refusals.length === 0).length;
    return [species, mine.length, shareOf(unknown, mine.length), shareOf(passed, mine.length)];
  });
  return markdownTable(
    [
      'level 2',
      'n',
      'passes where it came never before',
      'passes where the server has it, `--refuse-replays`',
    ],
    rows,
  );
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? 'not measured' : percent(part / whole);
}
