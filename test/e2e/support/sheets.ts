import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

// the decoder's own file from the package: there is no network to fetch it from
const require = createRequire(import.meta.url);
const wasmBinary = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer } });

/** What a printed PDF holds, seen from outside with poppler and a decoder not the encoder's. */
export interface PrintedPoster {
  readonly pages: number;
  /** Width and height of the first page in millimetres. */
  readonly size: readonly [number, number];
  /** Its text in the order of the content, without any white space. */
  readonly text: string;
  /** What the QR codes say, sheet by sheet. */
  readonly codes: readonly string[];
}

export async function readPdf(pdf: Buffer, directory: string): Promise<PrintedPoster> {
  const file = join(directory, 'poster.pdf');
  writeFileSync(file, pdf);
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const [, width = '', height = ''] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(facts) ?? [];
  const pages = Number(/Pages:\s+(\d+)/.exec(facts)?.[1]);
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
  execFileSync('pdftoppm', ['-r', '150', '-png', file, join(directory, 'sheet')]);
  const codes: string[] = [];
  for (const name of readdirSync(directory)
    .filter((one) => /^sheet-.*png$/.test(one))
    .sort()) {
    const found = await readBarcodes(readFileSync(join(directory, name)), { formats: ['QRCode'] });
    codes.push(...found.map((one) => one.text));
  }
  return {
    pages,
    size: [toMillimetres(width), toMillimetres(height)],
    text: withoutSpace(text),
    codes,
  };
}

function toMillimetres(points: string): number {
  return (Number(points) / 72) * 25.4;
}

/** Words compare without white space: line breaks differ between a sheet and a page. */
export function withoutSpace(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\u00ad\f]+/g, '');
}
