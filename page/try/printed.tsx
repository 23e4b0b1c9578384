import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { jsonPieces } from './json-pieces.ts';

function Copy({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('Copy');
  // The clipboard is closed to pages that came over plain HTTP from another machine.
  if (!navigator.clipboard) return null;
  const copy = (event: Event) => {
    // In a summary a tap would also fold the sheet.
    event.preventDefault();
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Select it instead'),
    );
  };
  return (
    <button type="button" class="copy" onClick={copy}>
      {said}
    </button>
  );
}

type SheetProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly copied?: string;
  readonly children: ComponentChildren;
};

/** A sheet of code or JSON that can be folded. */
function Sheet({ title, isOpen, copied, children }: SheetProps) {
  return (
    <details class="sheet" open={isOpen}>
      <summary>
        <span class="title">{title}</span>
        {copied !== undefined && <Copy text={copied} />}
      </summary>
      {children}
    </details>
  );
}

/** On a narrow page code comes folded, or the person's half would be lost between two of the program's. */
const isWide = matchMedia('(min-width: 56rem)').matches;

type CodeProps = { readonly title: string; readonly code: string; readonly isFolded?: boolean };

export function Code({ title, code, isFolded = !isWide }: CodeProps) {
  return (
    <Sheet title={title} copied={code} isOpen={!isFolded}>
      <pre class="code">
        <code>{code}</code>
      </pre>
    </Sheet>
  );
}

type JsonProps = { readonly title: string; readonly value: unknown; readonly test: string };

export function Json({ title, value, test }: JsonProps) {
  return (
    <Sheet title={title} isOpen={true}>
      <pre class="json" data-test={test}>
        <code>
          {jsonPieces(value).map(({ kind, text }) =>
            kind === 'plain' ? text : <span class={kind}>{text}</span>,
          )}
        </code>
      </pre>
    </Sheet>
  );
}
