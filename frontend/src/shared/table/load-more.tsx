import { Button, Group, Text } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { useFormats } from '@/shared/format/format';
import { useEffect, useEffectEvent, useRef } from 'react';

type Props = {
  shown: number;
  total: number | undefined;
  more: boolean;
  loading: boolean;
  onMore: () => void;
};

/** The end of a list that loads its next page when it comes into view; the button is for keyboards and slow networks. */
export function LoadMore({ shown, total, more, loading, onMore }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const count = useFormats().number(shown);
  const load = useEffectEvent(() => more && !loading && onMore());
  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined' || !end.current) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && load(),
      {
        rootMargin: '400px',
      },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown]);
  return (
    <Group ref={end} justify="center" gap="md" p="md" mih={60}>
      <Text size="sm" c="dimmed">
        {total === undefined || total === shown ? (
          <Plural value={shown} one="# row" other="# rows" />
        ) : (
          <Trans>
            {count} of <Plural value={total} one="# row" other="# rows" />
          </Trans>
        )}
      </Text>
      {more && (
        <Button size="xs" variant="default" loading={loading} onClick={onMore}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </Group>
  );
}
