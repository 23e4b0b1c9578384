import { type Mode, modes } from './modes.ts';

type Props = { readonly mode: Mode; readonly onMode: (mode: Mode) => void };

/** What is to be tried, one of four. */
export function ModeChoice({ mode, onMode }: Props) {
  return (
    <fieldset class="choice">
      <legend>What is to be checked</legend>
      {modes.map((each) => (
        <label key={each.mode}>
          <input
            type="radio"
            name="mode"
            data-test={`mode-${each.mode}`}
            checked={mode === each.mode}
            onChange={() => onMode(each.mode)}
          />
          <span>
            <b>{each.name}</b>
            <small>
              {each.text} · CheckMode {each.mode}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
