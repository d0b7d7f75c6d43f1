import { ClosingBlock } from './closing-block.tsx';
import { CodeBlock } from './code-block.tsx';
import { FACE_FAMILIES } from './faces.ts';
import type { PosterLayout } from './layout/index.ts';
import type { PosterStanding } from './standing.ts';
import { TableBlock } from './table-block.tsx';
import { TextBlock } from './text-block.tsx';
import { Watermark } from './watermark.tsx';
import type { PosterWords } from './words.ts';

/** One page of a poster: a box of the paper's size in which everything has its place in mm. */
export function Sheet(props: {
  layout: PosterLayout;
  index: number;
  standing: PosterStanding;
  words: PosterWords;
}) {
  const { layout, index, standing, words } = props;
  const { paper, scale, closing, document } = layout;
  const plan = layout.sheets[index];
  if (!plan) return null;
  const { margin } = paper;
  const width = paper.width - 2 * margin;
  const last = plan.closingTop !== undefined;
  const number = words('poster.sheetNumber', { number: index + 1, count: layout.sheets.length });
  return (
    <section
      className={`sheet sheet-${paper.size}`}
      aria-label={number}
      lang="zh-CN"
      dir="ltr"
      style={{ width: `${paper.width}mm`, height: `${paper.height}mm` }}
    >
      {index > 0 && <RunningHead title={layout.document.title} words={words} margin={margin} />}
      {plan.parts.map((part) => {
        const piece = layout.pieces[part.piece];
        if (!piece) return null;
        const place = { from: part.from, to: part.to, top: margin + part.top, left: margin };
        return piece.kind === 'text' ? (
          <TextBlock key={part.piece} piece={piece} width={width} {...place} />
        ) : (
          <TableBlock
            key={part.piece}
            table={piece.table}
            scale={scale}
            totals={part.totals}
            {...place}
          />
        );
      })}
      {plan.closingTop !== undefined && (
        <ClosingBlock
          closing={closing}
          scale={scale}
          kind={document.kind}
          words={words}
          top={margin + plan.closingTop}
          left={margin}
        />
      )}
      <SheetCode {...props} closingTop={plan.closingTop} last={last} />
      <p
        className="sheet-number"
        style={{ bottom: `${margin * 0.48}mm`, fontFamily: FACE_FAMILIES.text }}
      >
        {number}
      </p>
      {standing.kind !== 'published' && (
        <Watermark word={words(`poster.watermark.${standing.kind}`)} paper={paper} />
      )}
    </section>
  );
}

function SheetCode(props: {
  layout: PosterLayout;
  index: number;
  standing: PosterStanding;
  words: PosterWords;
  closingTop: number | undefined;
  last: boolean;
}) {
  const { layout, index, standing, words, closingTop } = props;
  const { margin, width, height } = layout.paper;
  if (index === 0) {
    return (
      <CodeBlock
        layout={layout.openingCode}
        standing={standing}
        words={words}
        left={width - margin - layout.openingCode.side}
        top={margin + layout.openingCodeTop}
        beside={false}
      />
    );
  }
  const inClosing = closingTop !== undefined;
  return (
    <CodeBlock
      layout={layout.otherCode}
      standing={standing}
      words={words}
      left={margin}
      top={inClosing ? margin + closingTop : height - margin - layout.otherCode.side}
      beside={!inClosing}
    />
  );
}

/** A sheet found alone says which notice it belongs to. */
function RunningHead(props: { title: string; words: PosterWords; margin: number }) {
  const { title, words, margin } = props;
  return (
    <p
      className="sheet-head"
      style={{
        top: `${margin * 0.42}mm`,
        left: `${margin}mm`,
        right: `${margin}mm`,
        fontFamily: FACE_FAMILIES.text,
      }}
    >
      {words('poster.continued', { title })}
    </p>
  );
}
