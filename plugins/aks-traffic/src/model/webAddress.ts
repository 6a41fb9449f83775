/** Whether a string is nothing but the address of a web page. Anything else must never become a link: it is data. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/\S+$/.test(address) && URL.canParse(address);
}

/** A stretch of a text, and the web address it is, if it is one. */
export interface ProsePart {
  text: string;
  address?: string;
}

/** Cuts a sentence into its web addresses and what stands between them. Put together the parts are the sentence. */
export function proseParts(prose: string): ProsePart[] {
  const parts: ProsePart[] = [];
  let end = 0;
  for (const match of prose.matchAll(/https?:\/\/[^\s<>"'`]+/g)) {
    const address = withoutPunctuation(match[0]);
    if (!isWebAddress(address)) {
      continue;
    }
    if (match.index > end) {
      parts.push({ text: prose.slice(end, match.index) });
    }
    parts.push({ text: address, address });
    end = match.index + address.length;
  }
  if (end < prose.length) {
    parts.push({ text: prose.slice(end) });
  }
  return parts;
}

/** Punctuation at the end belongs to the sentence, and a closing bracket too unless it was opened in the address. */
function withoutPunctuation(match: string): string {
  const trimmed = match.replace(/[.,;:!?*]+$/, '');
  const isUnopened = trimmed.endsWith(')') && !trimmed.includes('(');
  return isUnopened ? withoutPunctuation(trimmed.slice(0, -1)) : trimmed;
}
