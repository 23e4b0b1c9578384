import type { StartRequest } from './call.ts';
import { cardTypes, isCardType } from './card-types.ts';

type CardType = StartRequest['cardType'];
type Props = {
  readonly cardType: CardType;
  /** Whether a face on the card is compared: then a specimen needs one too. */
  readonly isCompared: boolean;
  readonly onCardType: (type: CardType) => void;
};

/** Which card is asked for, and how to come by one that nobody holds. */
export function CardChoice({ cardType, isCompared, onCardType }: Props) {
  const chosen = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    onCardType(isCardType(value) ? value : null);
  };
  const face = isCompared ? ' --portrait me.jpg' : '';
  return (
    <>
      <label class="field">
        <span>Which card</span>
        <select data-test="card-type" value={cardType ?? ''} onChange={chosen}>
          <option value="">Recognise it</option>
          {Object.entries(cardTypes).map(([type, name]) => (
            <option key={type} value={type}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p class="small" data-test="specimen">
        Rather not your own? Draw a specimen{isCompared && ' with your face'}, and choose its file there:{' '}
        <code>
          npm run selfsame -- specimen --type {cardType ?? 'HKIDCard'} --seed 1 --out cards --camera{face}
        </code>
      </p>
    </>
  );
}
