import { ClosingBlock } from './closing-block.tsx';
import { CodeBlock, CodeWords } from './code-block.tsx';
import { FACE_FAMILIES } from './faces.ts';
import type { Paper, PosterLayout } from './layout/index.ts';
import { numbered } from './numbered.ts';
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
      className="sheet"
      aria-label={number}
      lang="zh-CN"
      dir="ltr"
      style={{ width: `${paper.width}mm`, height: `${paper.height}mm` }}
    >
      {index === 0 && document.saying && <Saying saying={document.saying} paper={paper} />}
      {index > 0 && <RunningHead title={layout.document.title} words={words} paper={paper} />}
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
      <SheetFoot address={layout.address} number={number} paper={paper} words={words} />
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
  const { margin, width } = layout.paper;
  if (index === 0) {
    return (
      <CodeBlock
        layout={layout.openingCode}
        standing={standing}
        words={words}
        left={width - margin - layout.openingCode.side}
        top={margin + layout.openingCodeTop}
      />
    );
  }
  const code = { layout: layout.otherCode, standing, words, left: margin };
  if (closingTop !== undefined)
    return <CodeBlock {...code} top={margin + closingTop + layout.closing.codeTop} />;
  return <FootBand layout={layout} standing={standing} words={words} />;
}

/** Sheets get separated: one from the middle has its code and the telephones too. */
function FootBand(props: { layout: PosterLayout; standing: PosterStanding; words: PosterWords }) {
  const { layout, standing, words } = props;
  const { otherCode, closing, document, paper } = layout;
  const top = paper.height - paper.margin - otherCode.side;
  const left = paper.margin + otherCode.side + otherCode.quiet;
  const style = {
    top: `${top}mm`,
    left: `${left}mm`,
    right: `${paper.margin}mm`,
    height: `${otherCode.side}mm`,
    fontSize: `${11 * paper.factor}pt`,
    fontFamily: FACE_FAMILIES.text,
  };
  return (
    <>
      <CodeBlock
        layout={otherCode}
        standing={standing}
        words={words}
        left={paper.margin}
        top={top}
        bare
      />
      <div className="sheet-band" style={style}>
        {standing.kind === 'published' && <CodeWords layout={otherCode} words={words} />}
        {closing.contacts.items.length > 0 && <p>{words(`poster.contacts.${document.kind}`)}</p>}
        <ul>
          {numbered(closing.contacts.items.slice(0, 3)).map(({ key, item }) => (
            <li key={key}>
              {item.label.join('')} <strong>{item.number.join('')}</strong>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** A sheet found alone says which notice it belongs to. */
function RunningHead(props: { title: string; words: PosterWords; paper: Paper }) {
  const { title, words, paper } = props;
  return (
    <p className="sheet-head" style={{ ...marginLine(paper), top: `${paper.margin * 0.42}mm` }}>
      {words('poster.continued', { title })}
    </p>
  );
}

/** The village's own words, in the first sheet's upper margin where they are in nothing's way. */
function Saying({ saying, paper }: { saying: string; paper: Paper }) {
  const style = {
    ...marginLine(paper),
    top: `${paper.margin * 0.36}mm`,
    fontSize: `${13 * paper.factor}pt`,
    fontFamily: FACE_FAMILIES.strong,
  };
  return (
    <p className="sheet-saying" style={style}>
      <span>{saying}</span>
    </p>
  );
}

/** Each sheet's foot: where to read the notice without a camera, and the sheet's number. */
function SheetFoot(props: { address: string; number: string; paper: Paper; words: PosterWords }) {
  const { address, number, paper, words } = props;
  return (
    <div
      className="sheet-foot"
      style={{ ...marginLine(paper), bottom: `${paper.margin * 0.44}mm` }}
    >
      {address && (
        <p>
          {words('poster.address')} <span className="sheet-address">{address}</span>
        </p>
      )}
      <p className="sheet-number">{number}</p>
    </div>
  );
}

function marginLine({ margin, factor }: Paper) {
  return {
    left: `${margin}mm`,
    right: `${margin}mm`,
    fontSize: `${11 * factor}pt`,
    fontFamily: FACE_FAMILIES.text,
  };
}
