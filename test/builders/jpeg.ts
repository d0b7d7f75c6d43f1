/** A white picture of one pixel, baseline JPEG, with a JFIF header and nothing beside it. */
const ONE_PIXEL = `
/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP////////////////////////////////////////////////////////////
//////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=`;

export function aJpeg(): Buffer {
  const bytes = Buffer.from(ONE_PIXEL.replace(/\s/g, ''), 'base64');
  return Buffer.concat([bytes, Buffer.from([0xff, 0xd9])]);
}

/** The picture with one more segment of text right after its header. */
export function withSegment(jpeg: Buffer, marker: number, text: string): Buffer {
  const body = Buffer.from(text);
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]);
  const afterHeader = 4 + jpeg.readUInt16BE(4);
  return Buffer.concat([jpeg.subarray(0, afterHeader), head, body, jpeg.subarray(afterHeader)]);
}
