/** Two photos and whether they show one person. */
export type LabelledPair = { readonly first: string; readonly second: string; readonly same: boolean };

/** Who is on each photo of a set, and how that was found out. */
export type People = {
  readonly personOf: ReadonlyMap<string, string>;
  readonly how: 'folder' | 'file-name' | 'links';
};

export type PeopleOutcome =
  | { readonly ok: true; readonly people: People }
  | { readonly ok: false; readonly text: string };

/** A naming habit is believed when it agrees with at least this many pairs of either label, and disagrees with none. */
const leastWitnesses = 20;

/**
 * Finds who is on each photo from labelled pairs, so that every photo can be paired with everybody else's.
 *
 * First from the names, where folders (`anna/1.jpg`) or names with a number at the end (`Anna_0001.jpg`) agree with every
 * label. Else from the links: photos joined by `same` are one person, all others are taken for different people.
 */
export function findPeople(pairs: readonly LabelledPair[]): PeopleOutcome {
  const files = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  for (const [how, nameOf] of habits) {
    if (agrees(pairs, nameOf)) {
      return { ok: true, people: { how, personOf: new Map(files.map((file) => [file, nameOf(file)])) } };
    }
  }
  const personOf = joinLinks(files, pairs);
  const broken = pairs.find(
    ({ first, second, same }) => !same && personOf.get(first) === personOf.get(second),
  );
  if (broken) {
    const text = `The pairs contradict each other: ${broken.first} and ${broken.second} are said to be different people, but other pairs join them.`;
    return { ok: false, text };
  }
  return { ok: true, people: { how: 'links', personOf } };
}

type NameOf = (file: string) => string;

const habits: readonly (readonly ['folder' | 'file-name', NameOf])[] = [
  ['folder', (file) => file.slice(0, Math.max(0, file.lastIndexOf('/')))],
  ['file-name', (file) => file.replace(/\.[^./]+$/, '').replace(/[ _-]*\d+$/, '')],
];

function agrees(pairs: readonly LabelledPair[], nameOf: NameOf): boolean {
  const witnesses = { same: 0, different: 0 };
  for (const { first, second, same } of pairs) {
    if (first === second) continue;
    if ((nameOf(first) === nameOf(second)) !== same) return false;
    witnesses[same ? 'same' : 'different']++;
  }
  return witnesses.same >= leastWitnesses && witnesses.different >= leastWitnesses;
}

/** Union-find over the pairs that show one person. */
function joinLinks(files: readonly string[], pairs: readonly LabelledPair[]): ReadonlyMap<string, string> {
  const parent = new Map(files.map((file) => [file, file]));
  const rootOf = (file: string): string => {
    let root = file;
    while (parent.get(root) !== root) root = parent.get(root) as string;
    parent.set(file, root);
    return root;
  };
  for (const { first, second, same } of pairs) if (same) parent.set(rootOf(first), rootOf(second));
  return new Map(files.map((file) => [file, rootOf(file)]));
}
