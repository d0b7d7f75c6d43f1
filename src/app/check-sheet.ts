import type { StoredNotice } from '../device/index.ts';
import {
  type Notice,
  type NoticeAddress,
  noticePath,
  readNoticePath,
  type SheetMark,
  type SheetVerdict,
  sheetVerdict,
} from '../notice/index.ts';

export type SheetAddress = NoticeAddress & Required<Pick<NoticeAddress, 'sheet'>>;

/** What a code says. */
export type ReadCode =
  | { readonly kind: 'sheet'; readonly address: SheetAddress }
  /** Leads to a notice online, but stands for no printed sheet. */
  | { readonly kind: 'notice'; readonly address: NoticeAddress }
  /** Looks like a sheet's, and leads to somebody else's site. */
  | { readonly kind: 'elsewhere'; readonly host: string }
  | { readonly kind: 'other'; readonly text: string };

/** Reads what stands in a code; `publicUrl` is where villagers reach the public pages. */
export function readCode(text: string, publicUrl: string): ReadCode {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const address = url && readNoticePath(url.pathname);
  if (!url || !address) return { kind: 'other', text };
  if (url.host !== new URL(publicUrl).host) return { kind: 'elsewhere', host: url.host };
  const { sheet } = address;
  return sheet ? { kind: 'sheet', address: { ...address, sheet } } : { kind: 'notice', address };
}

/** What a sheet is worth, its notice's standing included. */
export type Verdict = SheetVerdict<SheetMark>['kind'] | 'withdrawn' | 'closed';

/** The verdict by what this phone holds; undefined where it knows of no publication. */
export function verdictOnPhone(stored: StoredNotice, sheet: SheetMark): Verdict | undefined {
  const { revisions, standing } = stored.head;
  const verdict = sheetVerdict(sheet, revisions);
  return verdict && together(verdict.kind, standing);
}

/** A sheet that is not what was published is worth that word more than any standing. */
function together(kind: Verdict, standing: Notice['standing']): Verdict {
  if (kind === 'differs') return kind;
  if (standing === 'withdrawn') return standing;
  return kind === 'current' && standing === 'closed' ? standing : kind;
}

export type ServerAnswer =
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly title: string }
  | { readonly kind: 'unknown-village' }
  | { readonly kind: 'unreachable' };

const ANSWER_MILLISECONDS = 15_000;

/** Asks the public page that the code leads to; never rejects. */
export async function askPublicPage(address: SheetAddress): Promise<ServerAnswer> {
  try {
    const answer = await fetch(noticePath(address), {
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    });
    if (answer.status === 404) return { kind: 'unknown-village' };
    return answer.ok ? readPublicPage(await answer.text()) : { kind: 'unreachable' };
  } catch {
    // fetch rejects only when no answer came
    return { kind: 'unreachable' };
  }
}

const VERDICTS: readonly Verdict[] = [
  'current',
  'newer',
  'differs',
  'notArrived',
  'withdrawn',
  'closed',
];

/** The verdict of a public page, which says it in one word on its banners. */
export function readPublicPage(html: string): ServerAnswer {
  // our own policy would rightly complain of the page's inline style, which nobody needs here
  const plain = html.replace(/<style[\s\S]*?<\/style>/g, '');
  const page = new DOMParser().parseFromString(plain, 'text/html');
  const said = [...page.querySelectorAll<HTMLElement>('[data-verdict]')].map(
    (banner) => banner.dataset['verdict'],
  );
  const verdicts = VERDICTS.filter((one) => said.includes(one));
  if (verdicts.length === 0) return { kind: 'unreachable' };
  const standing = verdicts.find((one) => one === 'withdrawn' || one === 'closed');
  const kind = verdicts.find((one) => one !== standing) ?? 'current';
  return {
    kind: 'verdict',
    verdict: together(kind, standing ?? 'published'),
    title: page.querySelector('h1')?.textContent?.trim() ?? '',
  };
}
