import type { MessageLanguage } from '../errors.ts';

/** The values of a call as they came: JSON types from a JSON body, texts from a form or query. */
export type RawParameters = Readonly<Record<string, unknown>>;

/** One HTTP request as the door sees it, before anything about it is believed. */
export type WireRequest = {
  readonly method: string;
  /** As received, percent signs and all; empty when there is none. */
  readonly rawQuery: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

export function languageOf(text: unknown): MessageLanguage {
  return typeof text === 'string' && /^zh/i.test(text) ? 'zh-CN' : 'en-US';
}
