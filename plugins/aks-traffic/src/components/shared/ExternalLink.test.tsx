import { render, screen } from '@testing-library/react';
import { ExternalLink } from './ExternalLink';

describe('ExternalLink', () => {
  it('links to the web in a page of its own', () => {
    render(<ExternalLink href="https://example.com/a">Source</ExternalLink>);

    const link = screen.getByRole('link', { name: 'Source' });
    expect(link).toHaveAttribute('href', 'https://example.com/a');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it.each([
    ['javascript', 'alert(1)'].join(':'),
    'data:text/html,<script>alert(1)</script>',
    'docs/rules/legacy-annotations.md',
    '//example.com',
    'https://example.com/a and the README',
    '',
  ])('shows only the text for %j', href => {
    render(<ExternalLink href={href}>Source</ExternalLink>);

    expect(screen.getByText('Source')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
