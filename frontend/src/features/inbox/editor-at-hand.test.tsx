import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { remembered } from '@/shared/browser';
import { open, serve } from './inbox-page.fixture';
// it is fetched in no time, so React holds its screen back for a moment
import './rich-editor';

it('a formatted answer can be written where the editor is there at once', async () => {
  serve();
  remembered.remove('answer-format.');
  const { user } = await open();
  await screen.findByRole('textbox', { name: 'Your answer' });

  await user.click(screen.getByRole('radio', { name: 'Formatted' }));

  expect(await screen.findByRole('toolbar', { name: 'Formatting' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Your answer' })).toHaveAttribute('aria-multiline', 'true');
});
