import { useCallback, useEffect, useState } from 'react';
import * as v from 'valibot';
import type { NoticeCode, VillageCode } from '../../notice/index.ts';
import { type KeptVersion, VersionsSchema } from '../../protocol/index.ts';

const ANSWER_MILLISECONDS = 60_000;

/** What the server has told of a notice's versions, the newest first. */
export interface VersionsRead {
  readonly versions: readonly KeptVersion[];
  /** Where older ones begin; absent once all are here. */
  readonly before?: number;
}

/** A notice's versions from the server: read now, older ones and again on demand. */
export function useVersions(village: VillageCode, code: NoticeCode) {
  const [read, setRead] = useState<VersionsRead>();
  const [trouble, setTrouble] = useState<'offline' | 'signed-out' | 'server'>();
  const [isReading, setReading] = useState(false);

  const ask = useCallback(
    async (known: VersionsRead | undefined) => {
      setTrouble(undefined);
      setReading(true);
      const query = known?.before === undefined ? '' : `?before=${known.before}`;
      try {
        const answer = await fetch(`/api/notices/${village}/${code}/versions${query}`, {
          signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
        });
        const parsed = answer.ok ? v.safeParse(VersionsSchema, await answer.json()) : undefined;
        if (parsed?.success) {
          const { versions, before } = parsed.output;
          setRead({
            versions: [...(known?.versions ?? []), ...versions],
            ...(before === undefined ? {} : { before }),
          });
        } else setTrouble(answer.status === 401 ? 'signed-out' : 'server');
      } catch {
        // no answer came, or half of one
        setTrouble('offline');
      }
      setReading(false);
    },
    [village, code],
  );
  useEffect(() => void ask(undefined), [ask]);
  return { read, trouble, isReading, askAgain: () => void ask(read) };
}
