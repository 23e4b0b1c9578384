import { useEffect, useState } from 'preact/hooks';
import { causeOf, stopWords } from '../verify/card/stop-words.ts';
import type { Say } from '../verify/say.ts';
import { cardPicture, type GotCard } from './call.ts';
import { cardTypes, isCardType } from './card-types.ts';

type PictureProps = {
  readonly token: string;
  readonly name: 'cut' | 'portrait';
  readonly alt: string;
};

/** A picture by its own call, since the answer on this page only begins to show it. */
function CardPicture({ token, name, alt }: PictureProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    void cardPicture(token, name).then((blob) => {
      if (isGone || !blob) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, []);
  return url && <img src={url} alt={alt} data-test={`card-${name}`} />;
}

function Fields({ info }: { readonly info: GotCard['NormalCardInfo'] }) {
  const [type, fields] = Object.entries(info ?? {})[0] ?? [];
  if (!type || !fields) return <p class="lead">Nothing was read from it.</p>;
  return (
    <>
      <p class="headline">{isCardType(type) ? cardTypes[type] : type}</p>
      <dl class="fields" data-test="card-fields">
        {Object.entries(fields)
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

function warningWords(code: GotCard['WarnCardInfos'][number], say: Say): string {
  const cause = causeOf({ problem: null, warnings: [code], isType: null, isRetakeable: false }, false);
  return `${code}: ${say(stopWords(cause).heading)}`;
}

type Props = { readonly card: GotCard; readonly token: string; readonly say: Say };

/** The card as the merchant hears of it: pictures, whether it passed, warnings, what was read. */
export function CardShown({ card, token, say }: Props) {
  return (
    <div class="card" data-test="card">
      <div class="pictures">
        {card.CardCutImageBase64 !== null && <CardPicture token={token} name="cut" alt="The card, cut out" />}
        {card.HeadImageBase64 !== null && (
          <CardPicture token={token} name="portrait" alt="The portrait on the card" />
        )}
      </div>
      <p class="lead" data-test="card-pass">
        IsPass {String(card.IsPass)}: {card.IsPass ? 'the card was accepted.' : 'the card was not accepted.'}{' '}
        {card.WarnCardInfos.length === 0 && 'No warnings.'}
      </p>
      {card.WarnCardInfos.map((code) => (
        <p class="notice" key={code} data-test="card-warning">
          {warningWords(code, say)}
        </p>
      ))}
      <Fields info={card.NormalCardInfo} />
    </div>
  );
}
