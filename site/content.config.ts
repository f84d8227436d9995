import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { handbookLoader } from './loader.ts';

/** One entry for each page of the handbook's contents; pages read the handbook itself by kind and id. */
const entries = defineCollection({
  loader: handbookLoader(),
  schema: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
});

export const collections = { entries };
