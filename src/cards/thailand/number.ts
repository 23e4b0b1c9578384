/**
 * Whether `number` (13 digits, nothing else) is a Thai citizen's number: it begins with 1 to 8, and its last digit is
 * (11 - (13·d1 + 12·d2 + … + 2·d12) mod 11) mod 10 (design/cards.md §1, as in python-stdnum's `th.pin`).
 */
export function isCitizenNumber(number: string): boolean {
  return /^[1-8]\d{12}$/.test(number) && checkDigitOf(number) === number[12];
}

export function checkDigitOf(number: string): string {
  let sum = 0;
  for (let place = 0; place < 12; place++) sum += Number(number[place]) * (13 - place);
  return String((11 - (sum % 11)) % 10);
}
