import type { FeedInput, FeedNotice } from '../page-input.ts';
import { addressOf, boardPathOf, noticePathOf } from '../page-paths.ts';
import { type Words, wordsIn } from '../words.ts';
import { xmlText } from './xml.ts';

/**
 * What was published in a village or a town, the newest first, as an Atom feed (RFC 4287). It holds
 * titles and periods only: a person's name once in a reader's program could not be taken down.
 */
export function atomFeed(input: FeedInput): string {
  const words = wordsIn(input.language);
  const { publicUrl, path, notices } = input;
  const self = addressOf(publicUrl, path);
  const updated = notices[0]?.publishedAt ?? '1970-01-01T00:00:00.000Z';
  const title = words.say('public.feed.title', { place: input.placeName });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${input.language}">`,
    `<id>${xmlText(self)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${xmlText(updated)}</updated>`,
    `<link rel="self" href="${xmlText(self)}"/>`,
    ...(input.licence ? [`<rights>${xmlText(licenceText(input.licence))}</rights>`] : []),
    ...notices.map((notice) => entry(notice, publicUrl, words)),
    '</feed>',
    '',
  ].join('\n');
}

function licenceText({ name, url }: { readonly name: string; readonly url: string }): string {
  return `${name} ${url}`;
}

function entry(notice: FeedNotice, publicUrl: string, { say, day }: Words): string {
  const { place, code, title, kind, period, publishedAt } = notice;
  const page = xmlText(addressOf(publicUrl, noticePathOf({ place, notice: code })));
  const when = period
    ? `${say('public.comma')}${say('public.feed.period', { from: day(period.from), to: day(period.to) })}`
    : '';
  return [
    '<entry>',
    `<id>${page}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${xmlText(publishedAt)}</updated>`,
    `<link href="${page}"/>`,
    `<author><name>${xmlText(place.village.committee)}</name><uri>${xmlText(addressOf(publicUrl, boardPathOf(place)))}</uri></author>`,
    `<summary>${xmlText(say(`public.feed.kind.${kind}`) + when)}</summary>`,
    '</entry>',
  ].join('');
}
