/** A white picture of one pixel, baseline JPEG, with a JFIF header and nothing beside it. */
const ONE_PIXEL = `
/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP////////////////////////////////////////////////////////////
//////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=`;

export function aJpeg(): Buffer {
  const bytes = Buffer.from(ONE_PIXEL.replace(/\s/g, ''), 'base64');
  return Buffer.concat([bytes, Buffer.from([0xff, 0xd9])]);
}

/** EXIF as a camera writes it: how the picture is turned, and where it was taken. */
export function exifWith(orientation: number, place: string): Buffer {
  const entry = Buffer.from([0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
  const tiff = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0]);
  return Buffer.concat([Buffer.from('Exif\0\0'), tiff, entry, Buffer.from(place)]);
}

/** The picture with one more segment of text right after its header. */
export function withSegment(jpeg: Buffer, marker: number, text: string | Buffer): Buffer {
  const body = Buffer.from(text);
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]);
  const afterHeader = 4 + jpeg.readUInt16BE(4);
  return Buffer.concat([jpeg.subarray(0, afterHeader), head, body, jpeg.subarray(afterHeader)]);
}
