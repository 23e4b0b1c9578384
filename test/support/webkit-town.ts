import { after, before, describe, it } from 'node:test';
import { type Merchant, openMerchant } from './merchant.ts';
import { type Sdk, type SdkIssued, sdkClient } from './sdk.ts';
import { type ServerProgram, startServerProgram } from './server-program.ts';
import { noWebKit, openWebKit, type WebKit } from './webkit.ts';
import { WebKitCustomer } from './webkit-customer.ts';

/**
 * A server, a merchant with the vendor's SDK, and customers with WebKitGTK. Over TLS: WebKit keeps no `Secure` cookie that
 * came by plain HTTP, not even from `localhost`.
 */
export class WebKitTown {
  server!: ServerProgram;
  merchant!: Merchant;
  sdk!: Sdk;
  #open: WebKit[] = [];

  async build(): Promise<void> {
    const many = ['--page-calls-per-minute', '100000', '--judge-workers', '1'];
    this.merchant = await openMerchant();
    this.server = await startServerProgram(['--https', ...many]);
    this.sdk = sdkClient(this.server.credentials, `127.0.0.1:${this.server.port}`);
  }

  async leave(): Promise<void> {
    await this.server?.stop();
    await this.merchant?.stop();
  }

  /** Silent liveness alone and no agreement, unless `config` says otherwise. */
  async apply(config: Record<string, unknown> = {}): Promise<SdkIssued> {
    return await this.sdk.apply({
      RedirectURL: this.merchant.redirectUrl,
      Config: { CheckMode: 3, SecurityLevel: 1, SkipPrivacyPolicy: true, ...config },
    });
  }

  /** A browser that was never here before, with the link opened. */
  async customerAt(url: string): Promise<WebKitCustomer> {
    const webkit = await openWebKit([new URL(url).hostname, '127.0.0.1']);
    this.#open.push(webkit);
    const customer = new WebKitCustomer(webkit);
    await customer.open(url);
    return customer;
  }

  async sendHome(): Promise<void> {
    for (const webkit of this.#open) await webkit.stop();
    this.#open = [];
  }
}

/** The story ends with the customer whose page had nothing to complain of. */
type Journey = (title: string, story: () => Promise<WebKitCustomer>, skip?: string | false) => void;

/** Journeys in WebKitGTK against one server. Skipped with a line where it is not installed. */
export function describeInWebKit(theme: string, tell: (town: WebKitTown, journey: Journey) => void): void {
  describe(theme, { skip: noWebKit }, () => {
    const town = new WebKitTown();
    before(() => town.build());
    after(() => town.leave());
    tell(town, (title, story, skip = false) => {
      it(title, { skip }, async () => {
        try {
          await (await story()).assertQuiet();
        } finally {
          await town.sendHome();
        }
      });
    });
  });
}
