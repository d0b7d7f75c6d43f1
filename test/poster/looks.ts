import type { PosterProps } from '../../src/poster/index.ts';
import {
  estimatedMeasure,
  layOutPoster,
  type Piece,
  textOf,
} from '../../src/poster/layout/index.ts';
import { aTemplate } from '../builders/index.ts';
import { noticeOf } from './notice-of.ts';
import * as samples from './sample-documents.ts';

const { published } = samples;

/** The posters whose look is held, each by a picture and by what its layout says. */
export const LOOKS: Readonly<Record<string, Omit<PosterProps, 'words' | 'onLayout'>>> = {
  'households-1': { document: samples.households(1), standing: published },
  'households-12': { document: samples.households(12), standing: published },
  'households-60': { document: samples.households(60), standing: published },
  'loans-18': { document: samples.microloans(18), standing: published },
  'announcement-9': { document: samples.announcement(9), standing: published },
  'two-signers': { document: samples.longNames(), standing: published },
  'twelve-columns-12': {
    document: noticeOf(aTemplate('projects.annual-plan-list'), 12),
    standing: published,
  },
  'large-30': { document: samples.households(30), standing: published, type: 'large' },
  'a3-60': { document: samples.fiveColumns(60), standing: published, paper: 'A3' },
  draft: { document: samples.households(12, { signedOn: '' }), standing: { kind: 'draft' } },
  withdrawn: { document: samples.announcement(9), standing: { kind: 'withdrawn' } },
  'two-languages-12': { document: samples.bilingual(12), standing: published },
};

/**
 * What the layout says of a poster, measured without any font: where each line ends and each box
 * stands. The same on every machine, so that a change of looks is seen where fonts are missing too.
 */
export function layoutFacts(name: string) {
  const look = LOOKS[name];
  if (!look) throw new Error(`no such look: ${name}`);
  const { document, standing, paper = 'A4', type = 'normal' } = look;
  const layout = layOutPoster({ document, standing, paper, type, measure: estimatedMeasure });
  return {
    type: [layout.scale.titlePt, layout.scale.bodyPt, layout.scale.tablePt].map(rounded),
    codes: [layout.openingCode.side, layout.openingCodeTop, layout.otherCode.side].map(rounded),
    sheets: layout.sheets.map(({ parts, closingTop }) => ({
      parts: parts.map(
        ({ piece, from, to, top, height }) =>
          `${piece}: ${from}-${to} at ${rounded(top)}, ${rounded(height)} high`,
      ),
      ...(closingTop === undefined ? {} : { closing: rounded(closingTop) }),
    })),
    pieces: layout.pieces.map(pieceFacts),
  };
}

function pieceFacts(piece: Piece) {
  if (piece.kind === 'text') return piece.lines.map(textOf);
  const { widths, header, rows, halves } = piece.table;
  const headings = header.cells.map(({ lines, second = [] }) => [...lines, ...second].join(' / '));
  return {
    halves,
    columns: widths.map((width, index) => `${rounded(width)}: ${headings[index]}`),
    rowHeights: [...new Set(rows.map(({ height }) => rounded(height)))],
  };
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
