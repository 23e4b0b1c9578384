/** Replaces what stands between `<!-- name -->` and `<!-- end -->`. Throws when the page has no such place. */
export function putTable(text: string, name: string, table: string): string {
  const start = text.indexOf(`<!-- ${name} -->`);
  const end = text.indexOf('<!-- end -->', start);
  if (start < 0 || end < 0) throw new Error(`The page has no place for the table "${name}".`);
  return `${text.slice(0, start)}<!-- ${name} -->\n${table}\n${text.slice(end)}`;
}

/** The same for every table, by its name. */
export function putTables(text: string, tables: Readonly<Record<string, string>>): string {
  return Object.entries(tables).reduce((whole, [name, table]) => putTable(whole, name, table), text);
}
