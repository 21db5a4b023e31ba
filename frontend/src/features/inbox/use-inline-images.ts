import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Problem } from '@/api/problem';
import type { EntryMail, MailPart } from '@/api/generated/model';

const MOST = 20;
const LARGEST = 2_000_000;

/** Formats that hold pictures and nothing else. */
const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

async function dataUrl(mailId: string, part: MailPart, signal: AbortSignal): Promise<string> {
  const response = await fetch(`/api/v1/mails/${mailId}/parts/${part.path}`, { signal });
  if (!response.ok) throw await Problem.ofResponse(response);
  const octets = await response.arrayBuffer();
  const blob = new Blob([octets], { type: part.type });
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable picture'));
    reader.readAsDataURL(blob);
  });
}

/** The HTML of a mail with its own pictures in it: the frame itself may fetch nothing. */
export function useInlineImages({ id, html, parts }: EntryMail): string {
  const pictures = useMemo(
    () =>
      parts
        .filter(({ contentId, type, octets }) => contentId && PICTURE.test(type) && octets <= LARGEST)
        .filter(({ contentId }) => html.includes(`data-cid="${contentId}"`))
        .slice(0, MOST),
    [parts, html],
  );
  const urls = useQueries({
    queries: pictures.map((part) => ({
      queryKey: ['/api/v1/mails', id, 'picture', part.path],
      queryFn: ({ signal }: { signal: AbortSignal }) => dataUrl(id, part, signal),
      staleTime: Infinity,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(
    () =>
      pictures.reduce((shown, { contentId }, at) => {
        const url = urls[at];
        return url === undefined ? shown : shown.replaceAll(`data-cid="${contentId}"`, `src="${url}"`);
      }, html),
    [pictures, urls, html],
  );
}
