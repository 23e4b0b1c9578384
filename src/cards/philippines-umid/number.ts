/** The Common Reference Number as the card prints it, with its `CRN-` also where that was not read. */
export function asCommonReference(text: string): string {
  return text.startsWith('CRN-') ? text : `CRN-${text}`;
}
