import { useEffect, useState } from 'preact/hooks';
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

/** The picture's address; empty until it is here, where it must be brought first. */
function usePictureUrl({ pictureUrl, picture }: CardProps['tools'], path: string | null): string {
  const [broughtUrl, setBroughtUrl] = useState('');
  const direct = path === null ? '' : pictureUrl(path);
  useEffect(() => {
    if (path === null || direct !== null) return;
    let url = '';
    let isGone = false;
    const show = (blob: Blob) => {
      if (isGone) return;
      url = URL.createObjectURL(blob);
      setBroughtUrl(url);
    };
    // Without it what was read can still be compared with the card in the hand.
    picture(path).then(show, () => {});
    return () => {
      isGone = true;
      URL.revokeObjectURL(url);
    };
  }, [path, direct]);
  return direct ?? broughtUrl;
}

/** What was read, beside the card, for the customer to compare. Not editable: the merchant gets what was read. */
export function CardDetails(props: CardProps) {
  const { state, say, tools } = props;
  const card = state.view?.card;
  const shown = card?.shown;
  const pictureUrl = usePictureUrl(tools, shown?.pictureUrl ?? null);
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
      <CloseUp url={pictureUrl} corners={shown.corners} alt={say('card.picture')} />
      <p class="card-name">{say(typeWord(shown.typeName))}</p>
      <Fields say={say} shown={shown} />
    </Screen>
  );
}
