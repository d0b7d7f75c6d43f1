import type { NoticeAddress } from '../notice/index.ts';

/** What a sheet of paper is worth: only a published one carries a code that works. */
export type PosterStanding =
  | { readonly kind: 'draft' }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'withdrawn' }
  | {
      readonly kind: 'published';
      /** With its revision and check code, which the code on the sheet carries. */
      readonly address: NoticeAddress & Required<Pick<NoticeAddress, 'sheet'>>;
      /** The origin under which villagers reach the public pages. */
      readonly publicUrl: string;
    };
