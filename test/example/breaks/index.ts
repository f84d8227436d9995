import { alignment } from './alignment.ts';
import { authority } from './authority.ts';
import { awareness } from './awareness.ts';
import type { Break } from './break.ts';
import { documents } from './documents.ts';
import { flow } from './flow.ts';
import { inspection } from './inspection.ts';
import { loops } from './loops.ts';
import { metrics } from './metrics.ts';
import { ownership } from './ownership.ts';
import { people } from './people.ts';
import { references } from './references.ts';
import { wording } from './wording.ts';

export const breaks: readonly Break[] = [
  ...references,
  ...ownership,
  ...flow,
  ...authority,
  ...loops,
  ...metrics,
  ...inspection,
  ...people,
  ...awareness,
  ...alignment,
  ...documents,
  ...wording,
];
