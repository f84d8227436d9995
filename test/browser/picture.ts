import type { Page } from 'playwright-core';

/** A picture as it was taken, or as it is kept: the bytes of a PNG or a WebP file. */
export interface Picture {
  readonly bytes: Buffer;
  readonly type: 'image/png' | 'image/webp';
}

export interface Difference {
  /** How many pixels differ, those that only one of the pictures has among them. */
  readonly pixels: number;
  /** The picture of now, pale, with all that differs in red. */
  readonly shown: Picture;
}

/** Kept pictures know 16 steps of each channel (0, 17, 34 … 255): a third of the size, and no eye sees it. */
const STEP = 17;
/**
 * How far, of 255, a channel of a pixel may be from what is kept: half a step for keeping it, and a little because
 * other processors may round the blended edges of letters otherwise; else, the same browser with the same fonts
 * draws the same pixels.
 */
const NEAR = 12;

/** The picture in a form that takes little room. */
export async function compressed(studio: Page, picture: Picture): Promise<Picture> {
  return webp(await studio.evaluate(asWebp, { address: addressOf(picture), step: STEP }));
}

/** What differs between two pictures, or undefined. */
export async function differenceOf(
  studio: Page,
  before: Picture,
  now: Picture,
): Promise<Difference | undefined> {
  const { pixels, address } = await studio.evaluate(drawDifference, {
    before: addressOf(before),
    now: addressOf(now),
    near: NEAR,
  });
  return pixels === 0 ? undefined : { pixels, shown: webp(address) };
}

// helpers

function addressOf({ bytes, type }: Picture): string {
  return `data:${type};base64,${bytes.toString('base64')}`;
}

function webp(address: string): Picture {
  return { bytes: Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'), type: 'image/webp' };
}

/** Runs in a page. The encoder of Chromium loses nothing at a quality of 1. */
async function asWebp({ address, step }: { address: string; step: number }): Promise<string> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const drawn = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < drawn.data.length; at++) drawn.data[at] = Math.round(drawn.data[at]! / step) * step;
  context.putImageData(drawn, 0, 0);
  return canvas.toDataURL('image/webp', 1);
}

/** Runs in a page, which can read what it draws. */
async function drawDifference({ before, now, near }: { before: string; now: string; near: number }) {
  const pictures = await Promise.all(
    [before, now].map(async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      return picture;
    }),
  );
  const width = Math.max(...pictures.map(({ naturalWidth }) => naturalWidth));
  const height = Math.max(...pictures.map(({ naturalHeight }) => naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const [old, seen] = pictures.map((picture) => {
    context.clearRect(0, 0, width, height);
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, width, height);
  }) as [ImageData, ImageData];
  let pixels = 0;
  for (let at = 0; at < seen.data.length; at += 4) {
    let far = false;
    for (let channel = at; channel < at + 4; channel++)
      far ||= Math.abs(old.data[channel]! - seen.data[channel]!) > near;
    if (far) {
      pixels += 1;
      seen.data.set([220, 0, 30, 255], at);
    } else {
      seen.data[at + 3] = 70;
    }
  }
  context.putImageData(seen, 0, 0);
  return { pixels, address: pixels > 0 ? canvas.toDataURL('image/webp', 1) : '' };
}
