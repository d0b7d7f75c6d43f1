import {
  type Key,
  type KeyboardEvent,
  type ReactNode,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './windowed-list.module.css';

/** Lines kept ready above and below what is seen, so that a flick or the Tab key finds them. */
const READY = 5;

/**
 * A list of which only what is seen stands in the page, so that 500 households cost no more than
 * ten. Every line is equally high; a reader of screens is told how many there are in all.
 */
export function WindowedList<Item>({
  label,
  items,
  keyOf,
  children,
}: {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => Key;
  children: (item: Item) => ReactNode;
}) {
  const list = useRef<HTMLUListElement>(null);
  const [lineHeight, setLineHeight] = useState(72);
  const [seen, setSeen] = useState({ first: 0, count: 12 });

  useLayoutEffect(() => {
    const look = () => {
      const element = list.current;
      if (!element) return;
      const height = element.querySelector('li')?.getBoundingClientRect().height || lineHeight;
      const above = Math.max(0, -element.getBoundingClientRect().top);
      const first = Math.floor(above / height);
      const count = Math.ceil(window.innerHeight / height) + 1;
      setLineHeight(height);
      setSeen((before) =>
        before.first === first && before.count === count ? before : { first, count },
      );
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [lineHeight]);

  const from = Math.max(0, Math.min(seen.first, items.length - seen.count) - READY);
  const to = Math.min(items.length, from + seen.count + 2 * READY);
  return (
    <ul
      ref={list}
      aria-label={label}
      className={styles['list']}
      onKeyDown={moveBetweenLines}
      style={{ paddingTop: from * lineHeight, paddingBottom: (items.length - to) * lineHeight }}
    >
      {items.slice(from, to).map((item, offset) => (
        <li
          key={keyOf(item)}
          className={styles['line']}
          aria-setsize={items.length}
          aria-posinset={from + offset + 1}
        >
          {children(item)}
        </li>
      ))}
    </ul>
  );
}

/** The arrow keys lead from line to line, as in a spreadsheet. */
function moveBetweenLines(event: KeyboardEvent<HTMLUListElement>): void {
  const line = event.target instanceof Element ? event.target.closest('li') : null;
  const isDown = event.key === 'ArrowDown';
  if (!line || (!isDown && event.key !== 'ArrowUp')) return;
  const neighbour = isDown ? line.nextElementSibling : line.previousElementSibling;
  const target = neighbour?.querySelector<HTMLElement>('a, input');
  if (!target) return;
  event.preventDefault();
  target.focus();
}
