import { useFormats } from '@/shared/format/format';

/** A count in the language of the screen, in figures of equal width so that live numbers do not dance. */
export function Count({ value, compact = false }: { value: number; compact?: boolean }) {
  const formats = useFormats();
  return <span className="k-num">{compact ? formats.compact(value) : formats.number(value)}</span>;
}
