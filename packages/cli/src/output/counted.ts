/** A number with its noun, in the plural where that is due. */
export function counted(amount: number, noun: string): string {
  return `${amount} ${amount === 1 ? noun : `${noun}s`}`;
}
