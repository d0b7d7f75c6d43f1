import type { Packed } from './pack-greys.ts';

/** A page of a PDF that is one picture: 16 greys, 4 bits a pixel, rows padded to bytes. */
export interface PicturePage {
  readonly widthPoints: number;
  readonly heightPoints: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly packed: Packed;
}

/**
 * A PDF 1.4 file of pictures, in the order given. The pictures stay blobs all the way, so that a
 * phone need not hold fifty of them in memory.
 *
 * @param title shown in the window of whoever opens the file
 */
export function writePdf(pages: readonly PicturePage[], title: string): Blob {
  const parts: (Uint8Array<ArrayBuffer> | Blob)[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: string | Blob) => {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
    parts.push(bytes);
    length += bytes instanceof Blob ? bytes.size : bytes.length;
  };
  const object = (body: string, stream?: string | Blob) => {
    offsets.push(length);
    put(`${offsets.length} 0 obj\n${body}\n`);
    if (stream !== undefined) {
      put('stream\n');
      put(stream);
      put('\nendstream\n');
    }
    put('endobj\n');
  };

  put('%PDF-1.4\n');
  object('<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>');
  const numberOf = (page: number) => 4 + page * 3;
  const kids = pages.map((_, index) => `${numberOf(index)} 0 R`).join(' ');
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  object(`<< /Title ${hexText(title)} >>`);
  pages.forEach((page, index) => {
    const { widthPoints, heightPoints, packed } = page;
    const number = numberOf(index);
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${points(widthPoints)} ${points(heightPoints)}]` +
        ` /Contents ${number + 1} 0 R /Resources << /XObject << /Sheet ${number + 2} 0 R >> >> >>`,
    );
    const filter = packed.filter === 'none' ? '' : ` /Filter /${packed.filter}`;
    const drawing = `q ${points(widthPoints)} 0 0 ${points(heightPoints)} 0 0 cm /Sheet Do Q`;
    object(`<< /Length ${drawing.length} >>`, drawing);
    object(
      `<< /Type /XObject /Subtype /Image /Width ${page.widthPixels} /Height ${page.heightPixels}` +
        ` /ColorSpace /DeviceGray /BitsPerComponent 4${filter} /Length ${packed.data.size} >>`,
      packed.data,
    );
  });
  const start = length;
  const entries = offsets
    .map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('');
  put(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`);
  put(
    `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
  return new Blob(parts, { type: 'application/pdf' });
}

function points(length: number): string {
  return length.toFixed(2);
}

/** A PDF text string in UTF-16BE, written as hexadecimal digits. */
function hexText(text: string): string {
  let digits = 'FEFF';
  for (let at = 0; at < text.length; at++)
    digits += text.charCodeAt(at).toString(16).padStart(4, '0');
  return `<${digits}>`;
}
