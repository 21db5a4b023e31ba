import { screen } from '@testing-library/react';
import { lazy, Suspense, useRef, useState } from 'react';
import { expect, it } from 'vitest';
import { renderScreen } from '@/testing/render';
import { RichEditor } from './rich-editor';

const nothing = () => {};

function Answer() {
  // fetched in no time: React holds back what comes so soon after a fallback
  const [Editor] = useState(() => lazy(() => Promise.resolve({ default: RichEditor })));
  const [open, setOpen] = useState(false);
  const area = useRef(null);
  const wanted = useRef(false);
  if (!open) return <button onClick={() => setOpen(true)}>Write</button>;
  return (
    <Suspense fallback="Fetched">
      <Editor
        area={area}
        wanted={wanted}
        label="Answer"
        placeholder=""
        html="<p>Halo</p>"
        fallback="Made"
        person={undefined}
        busy={false}
        error={undefined}
        onChange={nothing}
        onFiles={nothing}
        onSend={nothing}
      />
    </Suspense>
  );
}

it('an editor that is there at once can be written in', async () => {
  const { user } = await renderScreen(<Answer />);

  await user.click(screen.getByRole('button', { name: 'Write' }));

  expect(await screen.findByRole('toolbar', { name: 'Formatting' })).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Answer' })).toHaveTextContent('Halo');
});
