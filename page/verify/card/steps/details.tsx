import type { ShownCard } from '../../../../src/capture/page-shapes.ts';
import { Button, Screen } from '../../steps/screen.tsx';
import { comparable, fieldWord } from '../field-words.ts';
import { type CardProps, typeWord } from './card-props.ts';
import { CloseUp } from './close-up.tsx';

function Fields({ say, shown }: Pick<CardProps, 'say'> & { readonly shown: ShownCard }) {
  return (
    <dl class="fields" data-test="card-fields">
      {comparable(shown.fields, say).map(({ name, value }) => (
        <div key={name} data-field={name}>
          <dt>{say(fieldWord(name))}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was read, beside the card, for the customer to compare. Not editable: the merchant gets what was read. */
export function CardDetails(props: CardProps) {
  const { state, say, tools } = props;
  const card = state.view?.card;
  const shown = card?.shown;
  if (!card || !shown) return null;
  return (
    <Screen
      {...props}
      heading={say('card.details')}
      actions={
        <div class="pair">
          {card.photosLeft > 0 && (
            <Button test="card-retake" kind="second" onTap={tools.retake} isDisabled={state.isCalling}>
              {say('card.again')}
            </Button>
          )}
          <Button test="card-confirm" onTap={tools.confirm} isDisabled={state.isCalling}>
            {say('card.confirm')}
          </Button>
        </div>
      }
    >
      <p class="lead">{say('card.details.text')}</p>
      <CloseUp url={tools.pictureUrl(shown.pictureUrl)} corners={shown.corners} alt={say('card.picture')} />
      <p class="card-name">{say(typeWord(shown.typeName))}</p>
      <Fields say={say} shown={shown} />
    </Screen>
  );
}
