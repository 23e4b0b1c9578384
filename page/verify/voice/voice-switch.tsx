import type { Say } from '../say.ts';

type VoiceSwitchProps = {
  readonly say: Say;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
};

/** Off until it is wanted: a phone that suddenly speaks tells a whole bus what its owner is doing. */
export function VoiceSwitch({ say, isOn, onSwitch }: VoiceSwitchProps) {
  return (
    <label class="tick voice">
      <input
        type="checkbox"
        data-test="voice"
        checked={isOn}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <span>
        {say('voice.switch')} <span class="small">{say('voice.note')}</span>
      </span>
    </label>
  );
}
