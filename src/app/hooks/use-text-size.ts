const STORED = 'text-size';
export type TextSize = 'normal' | 'large';

export function textSize(): TextSize {
  return localStorage.getItem(STORED) === 'large' ? 'large' : 'normal';
}

/** Sets the stored size on the page; the tokens do the rest. */
export function applyTextSize(): void {
  document.documentElement.dataset['size'] = textSize();
}

export function chooseTextSize(size: TextSize): void {
  localStorage.setItem(STORED, size);
  applyTextSize();
}
