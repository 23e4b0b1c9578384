import { useState } from 'preact/hooks';
import { jsonPieces } from './json-pieces.ts';

type CopyProps = { readonly text: string };

function Copy({ text }: CopyProps) {
  const [said, setSaid] = useState('Copy');
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Select it instead'),
    );
  if (!navigator.clipboard) return null;
  return (
    <button type="button" class="copy" onClick={copy}>
      {said}
    </button>
  );
}

type SheetProps = {
  readonly title: string;
  readonly children: preact.ComponentChildren;
  readonly copied?: string;
};

/** A sheet of code or JSON with its title. */
function Sheet({ title, children, copied }: SheetProps) {
  return (
    <figure class="sheet">
      <figcaption>
        <span>{title}</span>
        {copied !== undefined && <Copy text={copied} />}
      </figcaption>
      {children}
    </figure>
  );
}

export function Code({ title, code }: { readonly title: string; readonly code: string }) {
  return (
    <Sheet title={title} copied={code}>
      <pre>
        <code>{code}</code>
      </pre>
    </Sheet>
  );
}

export function Json({
  title,
  value,
  test,
}: {
  readonly title: string;
  readonly value: unknown;
  readonly test: string;
}) {
  return (
    <Sheet title={title}>
      <pre data-test={test}>
        <code>
          {jsonPieces(value).map(({ kind, text }) =>
            kind === 'plain' ? text : <span class={kind}>{text}</span>,
          )}
        </code>
      </pre>
    </Sheet>
  );
}
