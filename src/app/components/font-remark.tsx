import type { Table } from '../../catalogue/templates/index.ts';
import type { Row } from '../../notice/index.ts';
import { codePointOf } from '../../poster/undrawn-characters.ts';
import { undrawnInRow } from '../font-places.ts';
import { useTranslation } from '../hooks/use-translation.ts';

/** Beside a household: which of its characters this device cannot draw; nothing where it can. */
export function FontRemark({
  table,
  row,
  className,
}: {
  table: Table;
  row: Row;
  className: string | undefined;
}) {
  const { t } = useTranslation();
  const codes = undrawnInRow(table, row).map(({ character }) => codePointOf(character));
  if (codes.length === 0) return null;
  return <span className={className}>{t('app.font.mark', { codes: codes.join(' ') })} · </span>;
}
