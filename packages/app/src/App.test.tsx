import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  const original = process.env;

  afterEach(() => {
    process.env = original;
  });

  it('asks a visitor to sign in', async () => {
    const config = {
      data: {
        app: { title: 'Contoso', baseUrl: 'http://localhost' },
        backend: { baseUrl: 'http://localhost' },
      },
      context: 'test',
    };
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [config] as unknown as string,
    };

    render(App.createRoot());

    expect(await screen.findByText('Enter')).toBeInTheDocument();
  }, 60_000);
});
