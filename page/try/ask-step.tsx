import { useState } from 'preact/hooks';
import { type About, CallFailed, type StartRequest, start } from './call.ts';
import { CardChoice } from './card-choice.tsx';
import { cardTypes } from './card-types.ts';
import { applyCode, setUpCode } from './code.ts';
import { type Level, LevelChoice } from './level-choice.tsx';
import { ModeChoice } from './mode-choice.tsx';
import { hasCard, type Mode, wordsOf } from './modes.ts';
import type { Photo } from './photo.ts';
import { PhotoBox } from './photo-box.tsx';
import { Code, Json } from './printed.tsx';
import { reachOf } from './reach.ts';
import type { Started } from './run.ts';
import { Step } from './step.tsx';

function PhoneAdvice({ publicUrl }: { readonly publicUrl: string }) {
  const reach = reachOf(publicUrl);
  if (reach.kind === 'reached') return null;
  if (reach.kind === 'reached-with-warning') {
    return (
      <p class="small">The phone will warn of a certificate that this server made itself. Go on past it.</p>
    );
  }
  const why =
    reach.kind === 'unreachable'
      ? 'For a phone, this server must be reachable from outside this machine:'
      : 'Phones open their camera by HTTPS alone:';
  return (
    <p class="small" data-test="phone-advice">
      {why} <code>{reach.remedy}</code>
    </p>
  );
}

type Asking = {
  readonly isCalling: boolean;
  /** Why nothing was started, in words; empty when there is nothing to say. */
  readonly trouble: string;
  begin(request: StartRequest): Promise<void>;
};

function useAsking(onStarted: Props['onStarted']): Asking {
  const [isCalling, setCalling] = useState(false);
  const [trouble, setTrouble] = useState('');
  const begin = async (request: StartRequest) => {
    setCalling(true);
    setTrouble('');
    try {
      const { Response } = await start(request);
      if ('Error' in Response) setTrouble(Response.Error.Message);
      else {
        const { photoBase64: _, ...asked } = request;
        onStarted({ applied: Response, ...asked });
      }
    } catch (error) {
      setTrouble(error instanceof CallFailed ? error.message : String(error));
    }
    setCalling(false);
  };
  return { isCalling, trouble, begin };
}

type GoProps = {
  readonly about: About | null;
  readonly isReady: boolean;
  readonly onGo: (where: StartRequest['where']) => void;
};

function Go({ about, isReady, onGo }: GoProps) {
  const canReachPhone = about !== null && reachOf(about.publicUrl).kind.startsWith('reached');
  return (
    <div class="go">
      <p class="lead">Then be the customer:</p>
      <button type="button" class="main" data-test="here" disabled={!isReady} onClick={() => onGo('here')}>
        In this browser
      </button>
      <button
        type="button"
        class="second"
        data-test="phone"
        disabled={!isReady || !canReachPhone}
        onClick={() => onGo('phone')}
      >
        On a phone
      </button>
      {about && <PhoneAdvice publicUrl={about.publicUrl} />}
    </div>
  );
}

type SheetsProps = {
  readonly about: About | null;
  readonly mode: Mode;
  readonly cardType: StartRequest['cardType'];
  readonly level: Level;
  readonly started: Started | null;
};

function Sheets({ about, mode, cardType, level, started }: SheetsProps) {
  const apiOrigin = about?.apiOrigin ?? location.origin;
  const facts = { apiOrigin, checkMode: mode, cardType, securityLevel: level };
  return (
    <>
      <Code title="Your backend, once" code={setUpCode(facts)} {...(started && { isFolded: true })} />
      <Code title="Your backend asks" code={applyCode(facts)} />
      {started && <Json title="and hears" value={{ Response: started.applied }} test="applied" />}
    </>
  );
}

type Props = {
  readonly about: About | null;
  readonly started: Started | null;
  readonly onStarted: (started: Started) => void;
};

/** What was asked for, once it was. */
function Asked({ checkMode, cardType }: Started) {
  return (
    <p class="lead">
      {wordsOf(checkMode).name}: CheckMode {checkMode}.{cardType && ` ${cardTypes[cardType]}.`} The server has
      looked at what you gave and answered with a token and an address.
    </p>
  );
}

/** The merchant's first call: a mode, what it needs, and whether this browser or a phone is the customer's. */
export function AskStep({ about, started, onStarted }: Props) {
  const [photo, setPhoto] = useState<Photo | null>(null);
  const [mode, setMode] = useState<Mode>(started?.checkMode ?? 2);
  const [chosenType, setChosenType] = useState(started?.cardType ?? null);
  const cardType = hasCard(mode) ? chosenType : null;
  const [level, setLevel] = useState<Level>(started?.securityLevel ?? 1);
  const { isCalling, trouble, begin } = useAsking(onStarted);
  const sheets = <Sheets {...{ about, mode, cardType, level, started }} />;
  if (started) {
    return (
      <Step number={1} title="Your shop asks" state="done" sheets={sheets}>
        <Asked {...started} />
      </Step>
    );
  }
  const isReady = about !== null && !isCalling && (mode !== 2 || photo !== null);
  const photoBase64 = mode === 2 ? (photo?.base64 ?? null) : null;
  return (
    <Step number={1} title="Your shop asks" state="now" sheets={sheets}>
      <ModeChoice mode={mode} onMode={setMode} />
      {mode === 2 && <PhotoBox photo={photo} onPhoto={setPhoto} />}
      {hasCard(mode) && <CardChoice cardType={cardType} isCompared={mode === 1} onCardType={setChosenType} />}
      {mode !== 4 && <LevelChoice level={level} onLevel={setLevel} />}
      {trouble && (
        <p class="trouble" role="alert" data-test="trouble">
          {trouble}
        </p>
      )}
      <Go
        about={about}
        isReady={isReady}
        onGo={(where) => begin({ photoBase64, checkMode: mode, cardType, securityLevel: level, where })}
      />
    </Step>
  );
}
