import { useState } from 'preact/hooks';
import { type About, CallFailed, type StartRequest, start } from './call.ts';
import { applyCode, setUpCode } from './code.ts';
import type { Photo } from './photo.ts';
import { PhotoBox } from './photo-box.tsx';
import { Code, Json } from './printed.tsx';
import { reachOf } from './reach.ts';
import type { Started } from './run.ts';
import { Step } from './step.tsx';

type Mode = Started['checkMode'];

const modes: readonly { readonly mode: Mode; readonly name: string; readonly text: string }[] = [
  { mode: 2, name: 'Alive, and the same person', text: 'compares with a photo · CheckMode 2' },
  { mode: 3, name: 'Alive', text: 'needs no photo · CheckMode 3' },
];

function ModeChoice({ mode, onMode }: { readonly mode: Mode; readonly onMode: (mode: Mode) => void }) {
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
            <small>{each.text}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

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
      else onStarted({ applied: Response, where: request.where, checkMode: request.checkMode });
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

type SheetsProps = { readonly about: About | null; readonly mode: Mode; readonly started: Started | null };

function Sheets({ about, mode, started }: SheetsProps) {
  const facts = { apiOrigin: about?.apiOrigin ?? location.origin, checkMode: mode };
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

/** The merchant's first call: a photo, a mode, and whether this browser or a phone is the customer's. */
export function AskStep({ about, started, onStarted }: Props) {
  const [photo, setPhoto] = useState<Photo | null>(null);
  const [mode, setMode] = useState<Mode>(started?.checkMode ?? 2);
  const { isCalling, trouble, begin } = useAsking(onStarted);
  const sheets = <Sheets about={about} mode={mode} started={started} />;
  if (started) {
    const what = mode === 2 ? 'Alive, and the same person as in the photo' : 'Alive';
    return (
      <Step number={1} title="Your shop asks" state="done" sheets={sheets}>
        <p class="lead">
          {what}: CheckMode {mode}. The server has looked at what you gave and answered with a token and an
          address.
        </p>
      </Step>
    );
  }
  const isReady = about !== null && !isCalling && (mode === 3 || photo !== null);
  const photoBase64 = mode === 2 ? (photo?.base64 ?? null) : null;
  return (
    <Step number={1} title="Your shop asks" state="now" sheets={sheets}>
      <ModeChoice mode={mode} onMode={setMode} />
      {mode === 2 && <PhotoBox photo={photo} onPhoto={setPhoto} />}
      {trouble && (
        <p class="trouble" role="alert" data-test="trouble">
          {trouble}
        </p>
      )}
      <Go about={about} isReady={isReady} onGo={(where) => begin({ photoBase64, checkMode: mode, where })} />
    </Step>
  );
}
