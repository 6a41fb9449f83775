import { unseen } from './withMarks';

/** By which the page finds things again and leads to them, so that they must be exact; they are not shown. */
const keys = ['data-key', 'id', 'aria-labelledby', 'href', 'value'];

/** What is on the page, or said by it to those who listen, and holds characters that nobody sees. */
export function unseenOn(page: Document): string[] {
  const unseenTexts: string[] = [];
  const nodes = page.createTreeWalker(
    page.documentElement,
    NodeFilter.SHOW_ELEMENT + NodeFilter.SHOW_TEXT,
  );
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node instanceof Text && unseen.test(node.data)) {
      unseenTexts.push(`${node.parentElement?.className}: ${node.data}`);
    }
    if (node instanceof Element) {
      for (const { name, value } of node.attributes) {
        if (!keys.includes(name) && unseen.test(value)) {
          unseenTexts.push(`${node.className} ${name}: ${value}`);
        }
      }
    }
  }
  return unseenTexts.map(text => JSON.stringify(text));
}
