import { thresholds } from '../../src/verify/thresholds.ts';
import { textureThresholds } from '../../src/verify/thresholds-texture.ts';
import { leftOutTable, type Mark } from './left-out.ts';
import { type ErrorRate, quantileOf, rateOf, type Trial } from './liveness-rates.ts';
import type { JudgedPresentation, ScoredPhoto } from './liveness-tasks.ts';
import { markdownTable } from './markdown-table.ts';
import { percent } from './percent.ts';

type Presentations = readonly JudgedPresentation[];

/** The whole page `docs/liveness.md`. */
export function reportLiveness(presentations: Presentations, photos: readonly ScoredPhoto[]): string {
  const bonaFide = presentations.filter(({ kind }) => kind === 'bona fide');
  const attacks = presentations.filter(({ kind }) => kind === 'attack');
  return [
    opening(presentations, photos),
    '## People who are there: refused wrongly',
    bonaFideText,
    rateTable('condition', bonaFide, ({ species }) => species, isRefused),
    'Person by person, all conditions together; `least life` is the weakest sign of life of any of them (1 just counts):',
    personTable(bonaFide),
    '## Leaving each person out',
    leftOutText,
    leftOutTable(marksOf(bonaFide)),
    '## Copies: let through',
    attackText,
    rateTable('species', attacks, ({ species }) => species, isPassed),
    'Stills, by how they were handled:',
    rateTable('handling', attacks.filter(isStill), ({ variant }) => variant, isPassed),
    'Leaving people out: with the thresholds set on the other half of the people, the share of stills let through is',
    halvesTable(attacks.filter(isStill)),
    '## What was measured',
    signalText,
    signalTable([...bonaFide, ...attacks]),
    '## The passive network on photos and clips',
    passiveText,
    passiveTable(photos, bonaFide),
    '## Thresholds',
    'They stand in `src/verify/thresholds.ts`; this table is made from it.',
    thresholdTable(),
    closing,
  ].join('\n\n');
}

const isRefused = ({ livenessCode }: JudgedPresentation) => livenessCode !== 0;
const isPassed = ({ livenessCode }: JudgedPresentation) => livenessCode === 0;
const isStill = ({ species }: JudgedPresentation) => species.startsWith('still');

function opening(presentations: Presentations, photos: readonly ScoredPhoto[]): string {
  const people = new Set(presentations.map(({ person }) => person)).size;
  return `# How well liveness is judged at SecurityLevel 1

Made by \`node test/accuracy/liveness.ts\` on ${new Date().toISOString().slice(0, 10)} from ${presentations.length} recordings of ${people} people and
${photos.length} photos. **Every attack here is simulated**, and so is every bona fide condition but \`recorded\`: no real print, screen or
mask was filmed. The bona fide people are **four**, in public clips that were made to drive animations: they talk, nod and
grimace more than customers do, and all were re-encoded before we got them. Read the rates as a check that nothing is
broken, not as what your customers will see.

A rate stands as *share of recordings / mean over people of each one's share*, and the interval is of the latter: 95 %,
bootstrapped over people. Where nobody or everybody erred the bootstrap is silent, and the exact one-sided bound for
that many independent people (Clopper and Pearson) stands instead; with four people it is wide, and that is the truth.`;
}

const bonaFideText = `Windows of 4 s (a page records 5 s) from clips d3, d10, d13 and d18, none overlapping another, first try. BPCER is the share refused.`;

/** What the shipped thresholds that were set on the clips hold people to. */
function marksOf(bonaFide: Presentations): readonly Mark[] {
  const marks = [
    ['faceLumaLeast', thresholds.faceLumaLeast.value, 'below', 'light.face'],
    ['faceShareLeast', thresholds.faceShareLeast.value, 'below', 'face.share'],
    ['samePersonCosineLeast', thresholds.samePersonCosineLeast.value, 'below', 'persons.leastCosine'],
    ['frozenMsMost', thresholds.frozenMsMost.value, 'above', 'injection.frozenMs'],
    ['loopedMsMost', thresholds.loopedMsMost.value, 'above', 'injection.loopedMs'],
    ['passiveAlone', thresholds.passiveAlone.value, 'below', 'passive.score'],
    ['passiveWithWeakLife', thresholds.passiveWithWeakLife.value, 'below', 'passive.score'],
    ['weakLife', thresholds.weakLife.value, 'below', 'life.strongest'],
    ['a sign of life', 1, 'below', 'life.strongest'],
    ['latticeMost', textureThresholds.latticeMost.value, 'above', 'texture.lattice'],
  ] as const;
  return marks.map(([name, value, refuses, signal]) => ({
    ...{ name, value, refuses },
    shown: bonaFide.map((one) => ({ person: one.person, value: numberOf(one, signal) })),
  }));
}

const leftOutText = `Each threshold that was set on these clips, set anew without each person in turn and tried on that person: at the same
distance (as a ratio) from the nearest of the others as the shipped one has from the nearest of all, both among those whom the shipped one lets pass. \`weakLife\` and \`passiveWithWeakLife\` refuse only together, here each stands alone. **Four people are too
few to say more than that no one of them holds a mark alone.** Left out: \`cutCosineLeast\` (no face jumped, so nobody says anything of it),
\`shapeChange…\`, \`noseShift…\` and \`blinksLeast\` (set on stills of many people: halves of these are tried below; \`a sign of life\` is what living
people make of them), and those that are rules. Actions have [their own table](#leaving-each-clip-out), light [its own page](light.md#leaving-people-out).`;

const attackText = `Stills: photos of LFW (one person each) and frames of the clips, drawn in perspective for every frame with a hand's tremor
or a wilful movement, rolling shutter, exposure drift, the look of paper or of a screen, sensor noise, and compression
(\`file\`: fed in by a false camera, without a surface). Replays: the bona fide clips on a simulated screen, filmed again.
APCER is the share let through; a still refused with 1005 shows several people.

**A replay lives.** Lids, lips and depth move as they did, so only the passive network can refuse it, and of these it
refused few or none:
expect a replay to pass at this level. The same holds for a mask with living eyes, a face swapped in software, and a
stream injected in place of the camera. Whoever needs these stopped needs the levels that ask the customer for something.`;

const signalText = `5th, 50th and 95th of 100. \`shape\` and \`nose\` are the movement beyond what any flat picture can show, in eye distances;
\`eyes\` what both eyes move alike against the face round them, likewise; \`life\` is the strongest of lids, shape, nose and eyes over its threshold; \`passive\` the network's median score.`;

const passiveText = `The network refuses alone only below ${thresholds.passiveAlone.value}; below ${thresholds.passiveWithWeakLife.value} it counts with weak signs of life. The rule: at most 2 % of
LFW's photos and of the clips below the first. A photo's score is the lower of its two views, as in a recording.`;

const closing = `## What this level does not stop

Replays, masks, injected streams, and a still that is bent, cut, or tilted so far that the landmarks err: see above. Lids, shape and
parallax are measured by one landmark network; where it errs, all three err. None of the networks' training data is
known, and none of the people measured here is from where most customers are. What else is looked for, a lattice of cells or dots that
refuses and signs of injection that do not, has [its own page](signs.md).
`;

function rateTable(
  title: string,
  presentations: Presentations,
  groupOf: (presentation: JudgedPresentation) => string,
  isError: (presentation: JudgedPresentation) => boolean,
): string {
  const groups = [...Map.groupBy(presentations, groupOf), ['all', presentations] as const];
  const rows = groups.map(([name, members]) => {
    const rate = rateOf(
      members.map((member): Trial => ({ person: member.person, isError: isError(member) })),
    );
    return [
      name,
      String(rate.count),
      String(rate.people),
      rateText(rate),
      intervalText(rate),
      codesOf(members),
    ];
  });
  return markdownTable([title, 'n', 'people', 'rate', '95 %', 'codes'], rows);
}

function personTable(bonaFide: Presentations): string {
  const rows = [...Map.groupBy(bonaFide, ({ person }) => person)].map(([person, own]) => {
    const lives = own.map((presentation) => numberOf(presentation, 'life.strongest'));
    const refused = own.filter(isRefused).length;
    return [person, String(own.length), String(refused), Math.min(...lives).toFixed(2), codesOf(own)];
  });
  return markdownTable(['person', 'n', 'refused', 'least life', 'codes'], rows);
}

/**
 * The life thresholds scaled so that the strongest still of one half of the people just fails, tried on the other half.
 * Says how much the shipped thresholds, which were set on all of them, owe to that.
 */
function halvesTable(stills: Presentations): string {
  const people = [...new Set(stills.map(({ person }) => person))].sort();
  const halves = [0, 1].map((half) => new Set(people.filter((_, at) => at % 2 === half)));
  const rows = halves.map((setOn, at) => {
    const lives = stills.filter(({ person }) => setOn.has(person)).map(lifeOfStill);
    const others = stills.filter(({ person }) => !setOn.has(person));
    const strongest = Math.max(...lives);
    const rate = rateOf(
      others.map((still) => ({ person: still.person, isError: lifeOfStill(still) > strongest })),
    );
    return [`half ${at + 1}`, strongest.toFixed(2), String(rate.count), rateText(rate), intervalText(rate)];
  });
  return markdownTable(['set on', 'strongest still there', 'n tried', 'rate', '95 %'], rows);
}

const lifeOfStill = (still: JudgedPresentation) => numberOf(still, 'life.strongest');

function signalTable(presentations: Presentations): string {
  const named = [
    ['shape', 'life.shapeChange', 4],
    ['nose', 'life.noseShift', 4],
    ['eyes aside', 'life.eyesAcross', 4],
    ['eyes down', 'life.eyesDown', 4],
    ['life', 'life.strongest', 2],
    ['passive', 'passive.score', 3],
  ] as const;
  const rows = [...Map.groupBy(presentations, ({ kind, species }) => `${kind}: ${species}`)].map(
    ([name, members]) => {
      const blinked = members.filter((member) => numberOf(member, 'life.blinks') > 0).length;
      const quantiles = named.map(([, signal, digits]) => {
        const values = members.map((member) => numberOf(member, signal));
        return [0.05, 0.5, 0.95].map((share) => quantileOf(values, share).toFixed(digits)).join(' · ');
      });
      return [name, String(members.length), percent(blinked / members.length), ...quantiles];
    },
  );
  return markdownTable(['', 'n', 'blinked', ...named.map(([name]) => name)], rows);
}

function passiveTable(photos: readonly ScoredPhoto[], bonaFide: Presentations): string {
  const found = photos.filter(({ near, wide }) => near !== null && wide !== null);
  const sets: [string, readonly { person: string; score: number }[]][] = [
    ['LFW photos', found.map(({ person, near, wide }) => ({ person, score: Math.min(near!, wide!) }))],
    ...[...Map.groupBy(bonaFide, ({ species }) => species)].map(
      ([species, members]): [string, { person: string; score: number }[]] => [
        `clips, ${species}`,
        members.map((member) => ({ person: member.person, score: numberOf(member, 'passive.score') })),
      ],
    ),
  ];
  const rows = sets.map(([name, scores]) => {
    const below = (limit: number) =>
      rateOf(scores.map(({ person, score }) => ({ person, isError: score < limit })));
    const [alone, weak] = [below(thresholds.passiveAlone.value), below(thresholds.passiveWithWeakLife.value)];
    const values = scores.map(({ score }) => score);
    const quantiles = [0.01, 0.02, 0.05, 0.5].map((share) => quantileOf(values, share).toFixed(3));
    return [
      name,
      String(alone.count),
      String(alone.people),
      quantiles.join(' · '),
      `${rateText(alone)} (${intervalText(alone)})`,
      rateText(weak),
    ];
  });
  const titles = ['', 'n', 'people', '1st · 2nd · 5th · 50th of 100'];
  return markdownTable(
    [...titles, `below ${thresholds.passiveAlone.value}`, `below ${thresholds.passiveWithWeakLife.value}`],
    rows,
  );
}

function thresholdTable(): string {
  const rows = Object.entries(thresholds).map(([name, { value, date, setOn, errorRate }]) => [
    `\`${name}\``,
    String(value),
    date,
    setOn,
    errorRate,
  ]);
  return markdownTable(['threshold', 'value', 'set', 'on', 'error rate there'], rows);
}

function codesOf(members: Presentations): string {
  const counts = [...Map.groupBy(members, ({ livenessCode }) => livenessCode)].sort(([a], [b]) => a - b);
  return counts.map(([code, own]) => `${own.length} × ${code}`).join(', ');
}

/** A signal that could not be measured counts as 0, as it does for the judge. */
function numberOf({ signals }: JudgedPresentation, name: string): number {
  const value = signals[name];
  return typeof value === 'number' ? value : 0;
}

function rateText({ perPresentation, perPerson }: ErrorRate): string {
  return `${percent(perPresentation)} / ${percent(perPerson)}`;
}

function intervalText({ low, high }: ErrorRate): string {
  return `${percent(low)} to ${percent(high)}`;
}
