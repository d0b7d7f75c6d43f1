import { Link, type LinkProps } from 'react-router';
import { useOpenRowAt } from '../hooks/use-row-editing.ts';

/**
 * A link within a draft. Where it leads to a row's panel, the panel opens with the tap itself, so
 * that what is typed or tapped next is never lost on the way there.
 */
export function RowLink({ to, ...rest }: Omit<LinkProps, 'to' | 'onClick'> & { to: string }) {
  const openAt = useOpenRowAt();
  return (
    <Link
      to={to}
      onClick={(event) => {
        const isPlain = !(event.metaKey || event.altKey || event.ctrlKey || event.shiftKey);
        if (!openAt || !isPlain || !to.startsWith('?') || !new URLSearchParams(to).has('row')) {
          return;
        }
        event.preventDefault();
        openAt(to);
      }}
      {...rest}
    />
  );
}
