/** What a page did that it must not: run what is in data, break down, or turn to somebody else. */
export function watchPage(page) {
  const deeds = [];
  const { origin } = new URL(page.url());
  page.on('dialog', dialog => {
    deeds.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('pageerror', error => deeds.push(`error: ${error.message}`));
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) {
      deeds.push(`policy: ${message.text()}`);
    }
  });
  page.on('request', request => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && asked !== origin) {
      deeds.push(`request: ${request.url()}`);
    }
  });
  return deeds;
}

/** Opens whatever in a part of the page is closed, as far as it is there yet. */
export async function openAll(part) {
  await part
    .locator('button[aria-expanded="false"]:not([aria-haspopup])')
    .evaluateAll(buttons => buttons.forEach(button => button.click()));
}

/**
 * What reaches beyond a part of the page to its right, or makes the page wider than the window. What scrolls in a place
 * of its own, or is cut there with dots, does not count.
 */
export function overflowing(part) {
  return part.evaluate(element => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const page =
      scrollWidth > clientWidth
        ? [`the page: ${scrollWidth} of ${clientWidth} px`]
        : [];
    const edge = element.getBoundingClientRect().right + 1;
    const isContained = node =>
      node !== element &&
      (isScroller(getComputedStyle(node)) ||
        isSpoken(node) ||
        isContained(node.parentElement));
    const isScroller = ({ overflowX, textOverflow }) =>
      ['auto', 'scroll'].includes(overflowX) || textOverflow === 'ellipsis';
    // What is for listeners alone takes one pixel.
    const isSpoken = node =>
      ['absolute', 'fixed'].includes(getComputedStyle(node).position) &&
      node.clientWidth <= 1;
    return [
      ...page,
      ...[...element.querySelectorAll('*')]
        .filter(
          node =>
            node.getBoundingClientRect().right > edge &&
            !isContained(node.parentElement),
        )
        .slice(0, 5)
        .map(
          node =>
            `${node.tagName} ${node.getAttribute('class')}: ${(
              node.textContent ?? ''
            ).slice(0, 80)}`,
        ),
    ];
  });
}

/** Characters of a part of the page that nobody sees, with some of what stands around them. */
export async function unseen(part) {
  const text = await part.evaluate(element => element.textContent ?? '');
  return [...text.matchAll(/.{0,20}(?![\n\t])[\p{Cc}\p{Cf}].{0,20}/gu)].map(
    ([found]) => JSON.stringify(found),
  );
}

/** Where links lead that are no pages of the portal or the web. */
export async function strangeLinks(part) {
  const addresses = await part.evaluate(element =>
    [...element.querySelectorAll('[href], [src], [action]')].map(
      each => each.href?.baseVal ?? each.href ?? each.src ?? each.action,
    ),
  );
  return addresses.filter(address => !/^(?:https?:|#)/.test(address));
}
