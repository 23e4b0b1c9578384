const weights = [7, 3, 1];

/**
 * The check digit of ICAO 9303 part 3 §4.9: weights 7, 3, 1 over digits at their value, A to Z as 10 to 35 and fillers as
 * 0, modulo 10. It cannot tell G from 6, or L from 1: their values differ by ten and twenty.
 */
export function checkDigitOf(text: string): string {
  let sum = 0;
  [...text].forEach((character, index) => {
    sum += worthOf(character) * weights[index % 3]!;
  });
  return String(sum % 10);
}

function worthOf(character: string): number {
  return character === '<' ? 0 : Number.parseInt(character, 36);
}

/**
 * How passports of most states are numbered: up to two letters, digits, at most one letter after them. Not a rule of
 * ICAO 9303, which allows letters anywhere; a repair that ends in this form is less of a guess.
 */
export function isCommonForm(number: string): boolean {
  return /^[A-Z]{0,2}\d{6,9}[A-Z]?$/.test(number);
}

/** Whether a repair may turn the number `read` into `number`: out of an odd form into a common one. */
export function isLikelyRepair(number: string, read: string): boolean {
  return isCommonForm(number) && !isCommonForm(read);
}
