/** What browsers offer only to secure pages, made to work on plain-http hosts of a home network too. */

/** A random UUID; `crypto.randomUUID` does not exist on insecure hosts. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Copies text and says whether it worked; `navigator.clipboard` does not exist on insecure hosts. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } finally {
    area.remove();
  }
}

const PREFIX = 'kurir-';

/** Small settings of this browser. Storage may be forbidden or full; then they last as long as the page. */
export const remembered = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(PREFIX + key);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(PREFIX + key, value);
    } catch {
      // Nothing to do: the choice simply does not outlive the page.
    }
  },
  remove(key: string): void {
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // It was never kept.
    }
  },
  /** By another tab; null: everything. */
  whenChangedElsewhere(changed: (key: string | null) => void): void {
    window.addEventListener('storage', ({ key }) => {
      if (key === null || key.startsWith(PREFIX)) changed(key && key.slice(PREFIX.length));
    });
  },
};
