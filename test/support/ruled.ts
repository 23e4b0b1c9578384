import { randomUUID } from 'node:crypto';
import type { Rule } from '../../src/store/records.ts';

/** A rule with everything in it, for one account. */
export function newRule(over: Partial<Rule> = {}): Rule {
  return {
    revision: randomUUID(),
    id: '482910573621',
    accountId: 'account',
    name: 'Shop sign-up',
    config: { checkMode: 3, securityLevel: 1, language: 'th', themeColor: '#0a7f3f' },
    agreement: {
      en: { version: '3', text: 'We film you.\n\nThe shop gets the video.' },
      th: { version: '3-th', text: 'เราถ่ายวิดีโอคุณ' },
    },
    redirectHosts: ['shop.example', '*.shop.example'],
    frame: { origins: ['https://shop.example'], redirects: false },
    logo: { sha256: 'a'.repeat(64), type: 'image/png', width: 120, height: 40 },
    createdAtMs: 1000,
    ...over,
  };
}
