import type { Entity } from '../../graph/entity.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { type RfmBlock, rfmPartition, type ScoreRange } from '../../graph/questions/rfm-partition.ts';
import { allReadable } from '../../graph/readable.ts';
import type { Localised, Template } from '../../model/message.ts';
import { quotedList } from '../../model/word-list.ts';
import { defineRule } from '../rule.ts';

/** Into how many classes a score is divided where a segment does not say. */
const USUAL_SCALE = 5;

type Segment = Entity<'segment'>;
type Scored = RfmBlock & { name: Segment };

const axes = ['r', 'f', 'm'] as const;
const axisWords: Record<(typeof axes)[number], Localised> = {
  r: { en: 'Recency', 'zh-CN': '最近消费' },
  f: { en: 'Frequency', 'zh-CN': '消费频率' },
  m: { en: 'Monetary value', 'zh-CN': '消费金额' },
};

const rangesHere: Template = {
  en: 'The ranges of "{segment}" stand here.',
  'zh-CN': '“{segment}”的范围写在这里。',
};

export default defineRule({
  meta: {
    summary: {
      en: 'Require the RFM segments to cover every combination of scores exactly once.',
      'zh-CN': 'RFM 客群应不重不漏地覆盖每一种得分组合。',
    },
    severity: 'error',
    claims: ['S3-27'],
    fix: 'none',
  },
  messages: {
    reversed: {
      en: '{axis} goes from {low} down to {high}; expected the lower score first. Write [{high}, {low}].',
      'zh-CN': '{axis}从 {low} 到 {high}，应先写较低的得分；请写作 [{high}, {low}]。',
    },
    beyond: {
      en: '{axis} reaches {high}, but scores go from 1 to {scale}; expected a range within them. Correct the range, or set "scale".',
      'zh-CN': '{axis}写到 {high}，而得分为 1 至 {scale}，范围应在其内；请改正范围，或填写 scale。',
    },
    scale: {
      en: '"{segment}" divides scores into {scale} classes, other segments into {usual}; expected one model for all. Rewrite the ranges on the same scale.',
      'zh-CN':
        '“{segment}”的得分分为 {scale} 档，其他客群分为 {usual} 档，应共用一个模型；请按同一分档重写范围。',
    },
    overlap: {
      en: 'A customer with scores {cell} belongs to "{segment}" and to {others} (combinations shared: {cells}); expected one segment for each. Narrow one of the ranges.',
      'zh-CN':
        '得分为 {cell} 的客户既属于“{segment}”，又属于{others}，重叠的组合有 {cells} 种，每种组合应只属于一个客群；请缩小其中一个范围。',
    },
    gap: {
      en: 'A customer with scores {cell} belongs to no segment; {cells} of {total} combinations are left out, the largest block being {block}. Widen a range, or add a segment for them.',
      'zh-CN':
        '得分为 {cell} 的客户不属于任何客群；{total} 种组合中有 {cells} 种遗漏，最大的一块为 {block}；请扩大某个范围，或为其新建客群。',
    },
  },
  check({ handbook, report }) {
    const segments = handbook.all('segment').filter((each) => inForce(each) && each.data.rfm);
    const usual = usualScale(segments);
    const scored: Scored[] = [];
    // A segment that could not be read in full may be the one that fills the gap.
    let sound = allReadable(handbook, 'segment');
    for (const segment of segments) {
      const scale = scaleOf(segment);
      const subject = `${segment.key}/rfm`;
      if (scale !== usual) {
        const at = segment.at(segment.has('/rfm/scale') ? '/rfm/scale' : '/rfm');
        report({ message: 'scale', data: { segment: segment.id, scale, usual }, at, subject });
        sound = false;
        continue;
      }
      for (const axis of axes) {
        const [low, high] = rangeOf(segment, axis);
        const place = { at: segment.at(`/rfm/${axis}`), subject: `${subject}/${axis}` };
        if (low > high) report({ message: 'reversed', data: { axis: axisWords[axis], low, high }, ...place });
        else if (high > scale)
          report({ message: 'beyond', data: { axis: axisWords[axis], high, scale }, ...place });
        else continue;
        sound = false;
      }
      scored.push({
        name: segment,
        r: rangeOf(segment, 'r'),
        f: rangeOf(segment, 'f'),
        m: rangeOf(segment, 'm'),
      });
    }
    // A range that is wrong in itself would only give wrong gaps; a single segment is no division yet.
    if (!sound || scored.length < 2) return;
    const { overlaps, gap } = rfmPartition(scored, usual);
    for (const { name: segment, earlier, cells, example } of overlaps) {
      report({
        message: 'overlap',
        data: {
          segment: segment.id,
          others: quotedList(earlier.map(({ id }) => id)),
          cells,
          cell: `R${example.r} F${example.f} M${example.m}`,
        },
        at: segment.at('/rfm'),
        subject: `${segment.key}/rfm`,
        related: earlier.map((other) => ({
          at: other.at('/rfm'),
          template: rangesHere,
          data: { segment: other.id },
        })),
      });
    }
    if (!gap) return;
    const { r, f, m } = gap.largest;
    report({
      message: 'gap',
      data: {
        cell: `R${r[0]} F${f[0]} M${m[0]}`,
        cells: gap.cells,
        total: usual ** 3,
        block: `R${words(r)} F${words(f)} M${words(m)}`,
      },
      at: segments[0]!.at('/rfm'),
      subject: 'segment/rfm',
      related: scored.slice(1, 9).map(({ name }) => ({
        at: name.at('/rfm'),
        template: rangesHere,
        data: { segment: name.id },
      })),
    });
  },
});

// helpers

function scaleOf({ data }: Segment): number {
  return data.rfm?.scale ?? USUAL_SCALE;
}

/** The scale that most segments use; of equally frequent ones the first. */
function usualScale(segments: readonly Segment[]): number {
  const counts = new Map<number, number>();
  for (const each of segments) counts.set(scaleOf(each), (counts.get(scaleOf(each)) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? USUAL_SCALE;
}

/** A range that the schema refused counts as reaching over all scores. */
function rangeOf(segment: Segment, axis: (typeof axes)[number]): ScoreRange {
  const [low = 1, high = scaleOf(segment)] = segment.data.rfm?.[axis] ?? [];
  return [low, high];
}

function words([low, high]: ScoreRange): string {
  return low === high ? String(low) : `${low}–${high}`;
}
