import type { Step } from '../../page/verify/flow.ts';
import type { Customer } from './customer.ts';

/** The photo as a file of the customer's phone. */
export type PhotoFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export const jpegFile = (buffer: Buffer): PhotoFile => ({ name: 'card.jpg', mimeType: 'image/jpeg', buffer });

/** From the link to the camera that waits for the card, through whatever the page asks first. */
export async function comesToCard(customer: Customer, url: string): Promise<void> {
  await customer.open(url);
  const first = await customer.reaches('start', 'begin', 'agreement');
  if (first !== 'agreement') await customer.tap(first as 'start' | 'begin');
  if ((await customer.reaches('agreement', 'card-camera')) === 'agreement') await customer.agree();
  await customer.reaches('card-camera');
}

/** Chooses a file instead of the camera, and looks at it. */
export async function chooses(customer: Customer, photo: Buffer): Promise<void> {
  await customer.place('card-file').setInputFiles(jpegFile(photo));
  await customer.reaches('card-preview');
}

/** Chooses a file, looks at it and sends it; where the page then stands. */
export async function sendsFile(customer: Customer, photo: Buffer): Promise<Step> {
  await chooses(customer, photo);
  await customer.tap('card-use');
  return await learnsReading(customer);
}

/** Waits until the card was read, or the other side is wanted. */
export async function learnsReading(customer: Customer): Promise<Step> {
  return await customer.reaches('card-details', 'card-stopped', 'card-camera');
}

/** Why the page says that it stopped. */
export async function stopReason(customer: Customer): Promise<string | null> {
  return await customer.page.locator('main').getAttribute('data-reason');
}

/** The fields that the customer is to compare, by our own names. */
export async function shownFields(customer: Customer): Promise<Readonly<Record<string, string>>> {
  const rows = await customer.place('card-fields').locator('[data-field]').all();
  const fields: Record<string, string> = {};
  for (const row of rows) {
    fields[(await row.getAttribute('data-field')) ?? ''] = await row.locator('dd').innerText();
  }
  return fields;
}
