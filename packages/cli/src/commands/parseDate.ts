/** A day, or a time with its zone; `undefined` for anything else, such as the many things `Date` would guess at. */
export function parseDate(text: string): Date | undefined {
  const found =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(
      text,
    );
  if (found === null) {
    return undefined;
  }
  const date = new Date(text);
  const day = new Date(found[1]);
  // Some engines turn the 31st of a shorter month into the 1st of the next one.
  const isRealDay =
    !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === found[1];
  return isRealDay && !Number.isNaN(date.getTime()) ? date : undefined;
}
