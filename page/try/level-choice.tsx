import type { StartRequest } from './call.ts';

export type Level = StartRequest['securityLevel'];

/** What the customer is asked to do at each level. */
export const levels: Readonly<Record<Level, string>> = {
  1: 'Silent: look at the camera',
  2: 'Actions: blink, or open the mouth',
  3: 'Light: the screen shows colours',
  4: 'Actions and light',
  5: 'Actions and light, released one by one',
};

type Props = { readonly level: Level; readonly onLevel: (level: Level) => void };

/** How strictly life is checked. */
export function LevelChoice({ level, onLevel }: Props) {
  const chosen = (event: Event) => {
    onLevel(Number((event.currentTarget as HTMLSelectElement).value) as Level);
  };
  return (
    <label class="field">
      <span>How life is checked</span>
      <select data-test="level" value={String(level)} onChange={chosen}>
        {Object.entries(levels).map(([value, text]) => (
          <option key={value} value={value}>
            {text} · SecurityLevel {value}
          </option>
        ))}
      </select>
    </label>
  );
}
