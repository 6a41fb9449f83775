/** Hands a file to the browser, which saves it or asks where to. */
export function saveFile(options: { file: Blob; name: string }): void {
  const address = URL.createObjectURL(options.file);
  const link = document.createElement('a');
  link.href = address;
  link.download = options.name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: the browser may still be about to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
