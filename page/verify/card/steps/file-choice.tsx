import { Icon } from '../../steps/icon.tsx';
import { photoOfFile } from '../photo.ts';
import { handOver } from '../shoot.ts';
import { type CardProps, sideOf } from './card-props.ts';

type FileChoiceProps = CardProps & {
  readonly kind: 'main' | 'second' | 'side';
  /** Goes straight to the phone's own camera program, which needs no permission for the page. */
  readonly isCamera?: boolean;
};

/** A photo from a file: always there. A label, since only a touch of the field itself opens the choice. */
export function FileChoice({ state, say, tools, kind, isCamera = false }: FileChoiceProps) {
  const side = sideOf(state.view?.card);
  const choose = async (field: HTMLInputElement) => {
    const [file] = field.files ?? [];
    if (!file) return;
    const taken = await photoOfFile(file);
    // The same file may be chosen again.
    field.value = '';
    handOver(tools.session, side, taken);
  };
  return (
    <label class={`file ${kind}`}>
      {kind === 'side' && <Icon name="picture" />}
      <span>{say(isCamera ? 'card.app' : 'card.file')}</span>
      <input
        type="file"
        accept="image/*"
        capture={isCamera ? 'environment' : undefined}
        data-test={isCamera ? 'card-app' : 'card-file'}
        onChange={(event) => void choose(event.currentTarget)}
      />
    </label>
  );
}
