// `npm run accuracy`: the comparison's tables, or the part that is named: `npm run accuracy -- cards --seeds 4`.
const [part = 'comparison', ...rest] = process.argv.slice(2);
const parts: Readonly<Record<string, string>> = {
  comparison: './comparison.ts',
  cards: './cards.ts',
  'card-numbers': './card-numbers.ts',
};
const module = parts[part];
if (!module) {
  console.error(`no such part: ${part}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
process.argv.splice(2, process.argv.length, ...rest);
await import(module);

export {};
