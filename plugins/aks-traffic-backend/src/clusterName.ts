/** No control characters and no halves of surrogate pairs: databases refuse some of them, and nobody could type them. */
const speakable = /^[^\p{C}]{1,253}$/u;

/** What addresses take for the way up, however it is written. */
const waysUp = ['.', '..'];

/** Whether a cluster can go by this name, in the database as in addresses. */
export function isClusterName(name: string): boolean {
  return speakable.test(name) && !waysUp.includes(name);
}
