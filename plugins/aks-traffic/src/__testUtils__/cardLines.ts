import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** The line of the card that answers a question. */
export function line(label: string) {
  return screen.getByRole('button', { name: new RegExp(`^${label}`) });
}

export function panelOf(button: HTMLElement): HTMLElement {
  const panel = document.getElementById(
    button.getAttribute('aria-controls') ?? '',
  );
  if (panel === null) {
    throw new Error('The line controls no panel');
  }
  return panel;
}

/** The tone in which some words of a line are set. */
export function toneOf(label: string, words: string) {
  return within(line(label))
    .getByText(words)
    .closest('[data-tone]')
    ?.getAttribute('data-tone');
}

/** Opens a line the way somebody without a mouse does. */
export async function openByKeyboard(label: string) {
  const user = userEvent.setup();
  const button = line(label);
  for (let presses = 0; presses < 50; presses += 1) {
    if (document.activeElement === button) {
      break;
    }
    await user.tab();
  }
  expect(button).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(button).toHaveAttribute('aria-expanded', 'true');
  return within(panelOf(button));
}
