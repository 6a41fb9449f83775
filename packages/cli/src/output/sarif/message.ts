/**
 * Text as a SARIF message. `{0}` would be a placeholder and `[a](b)` a link there, and names in manifests are whatever
 * somebody wrote.
 */
export function message(text: string): string {
  return text
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .replace(/\[(?=[^\]]*\]\()/g, '\\[');
}
