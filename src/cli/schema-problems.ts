import type { TSchema } from 'typebox';
import Value from 'typebox/value';

type Problem = ReturnType<typeof Value.Errors>[number];

/** ` Did you mean …?` where a name is known in other letters; else nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const meant = known.find((each) => each.toLowerCase() === name.toLowerCase());
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}

function problemText({ instancePath, keyword, message, params }: Problem, known: readonly string[]) {
  const place = instancePath.slice(1).replaceAll('/', '.');
  // The same key is told of once more, by the object that it is in.
  if (keyword === 'boolean') return [];
  if (keyword === 'type')
    return [`${place || 'the file'} ${message.replace(/^must be (?=[ao])/, 'must be an ')}`];
  if (keyword !== 'additionalProperties') return [`${place || 'the file'} ${message}`];
  const unknown = (params as { additionalProperties: readonly string[] }).additionalProperties;
  return unknown.map((name) => `${place ? `${place}.` : ''}${name} is not known.${didYouMean(name, known)}`);
}

/** What of a value is not as its schema says, by the place in it; empty where all is. */
export function problemsOf(schema: TSchema & { properties: object }, value: unknown): readonly string[] {
  const known = Object.keys(schema.properties);
  return [...Value.Errors(schema, value)].flatMap((problem) => problemText(problem, known));
}
