import type { MessageLanguage } from '../errors.ts';
import type { Account } from '../store/records.ts';

/** The values of a call as they came: JSON types from a JSON body, texts from a form or query. */
export type RawParameters = Readonly<Record<string, unknown>>;

/** One call of the vendor's API, whatever form it came in, once its signature held. */
export type Call = {
  readonly action: string;
  readonly version: string;
  /** Null when absent, empty, or the literal `null` that an SDK without a region sends. */
  readonly region: string | null;
  readonly language: MessageLanguage;
  readonly account: Account;
  readonly parameters: RawParameters;
  /** Whether numbers and booleans are written as text: in forms and queries they always are. */
  readonly isTextual: boolean;
};

/** One HTTP request as the door sees it, before anything about it is believed. */
export type WireRequest = {
  readonly method: string;
  /** As received, percent signs and all; empty when there is none. */
  readonly rawQuery: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

/** Region as the specification says to read it (§1.7, Node SDK issue 56). */
export function regionOf(text: unknown): string | null {
  return typeof text === 'string' && text !== '' && text !== 'null' ? text : null;
}

export function languageOf(text: unknown): MessageLanguage {
  return typeof text === 'string' && /^zh/i.test(text) ? 'zh-CN' : 'en-US';
}
