import { Button, Screen } from '../../steps/screen.tsx';
import type { CardProps } from './card-props.ts';
import { FileChoice } from './file-choice.tsx';

/** A file that is no photo of a card, and what to take instead. */
export function CardUnusable(props: CardProps) {
  const { state, say, tools } = props;
  const trouble = state.photoTrouble ?? 'file-unreadable';
  return (
    <Screen
      {...props}
      layout="message"
      icon="picture"
      tone="bad"
      reason={trouble}
      heading={say('card.unusable')}
      actions={
        <>
          <Button test="card-again" onTap={tools.decline}>
            {say('card.take')}
          </Button>
          <FileChoice {...props} kind="second" />
        </>
      }
    >
      <p class="lead" role="status">
        {say(`card.${trouble}`)}
      </p>
    </Screen>
  );
}
