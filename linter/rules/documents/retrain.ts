import type { Entity } from '../../graph/entity.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Template } from '../../model/message.ts';
import { defineRule } from '../rule.ts';

const versionHere: Template = { en: 'The version in force stands here.', 'zh-CN': '现行版本写在这里。' };

const taught: readonly Kind[] = ['standard', 'sop', 'decision-right', 'process', 'guide', 'tool'];

export default defineRule({
  meta: {
    summary: {
      en: 'Require training to be repeated when a document it teaches has a new major version.',
      'zh-CN': '培训所讲文件的首位版本号变化后，应重新培训。',
    },
    severity: 'warning',
    claims: ['S5-21', 'S2-16'],
    fix: 'none',
  },
  messages: {
    outdated: {
      en: '"{document}" was last taught in version {taught}, but version {version} is in force; expected people to be trained on it. Repeat the training, then record date and version.',
      'zh-CN':
        '“{document}”上次培训讲的是 {taught} 版，现行版本为 {version}，应按现行版本培训；请重新培训，并记下日期和版本。',
    },
    newer: {
      en: '"{document}" has been in force in version {version} since {effective}, after the last training on {date}; expected people to be trained on it. Repeat the training, then record date and version.',
      'zh-CN':
        '“{document}”的 {version} 版自 {effective} 起实施，晚于上次培训日期 {date}，应按现行版本培训；请重新培训，并记下日期和版本。',
    },
  },
  check({ handbook, report }) {
    for (const training of handbook.all('training')) {
      const { date, versions = {} } = training.data.lastDelivered ?? {};
      if (!inForce(training) || !training.data.lastDelivered) continue;
      const recorded = new Set<Entity>();
      for (const { pointer, raw, target } of handbook.referencesOf(training)) {
        if (!target || !pointer?.startsWith('/lastDelivered/versions/')) continue;
        recorded.add(target);
        const was = versions[raw];
        const { version = '' } = target.data;
        if (!was || !version || !applies(target, handbook.today) || majorOf(was) === majorOf(version))
          continue;
        report({
          message: 'outdated',
          data: { document: target.id, taught: was, version },
          at: training.at(pointer),
          subject: `${training.key}/${target.key}`,
          related: [{ at: target.at('/version'), template: versionHere }],
        });
      }
      if (!date) continue;
      const covered = taught.flatMap((kind) => targetsOf(handbook, training, '/covers', kind));
      for (const document of covered) {
        const { version = '', effective = '' } = document.data;
        if (recorded.has(document) || !applies(document, handbook.today)) continue;
        if (effective <= date || !isMajor(version)) continue;
        report({
          message: 'newer',
          data: { document: document.id, version, effective, date },
          at: training.at('/lastDelivered/date'),
          subject: `${training.key}/${document.key}`,
          related: [{ at: document.at('/version'), template: versionHere }],
        });
      }
    }
  },
});

// helpers

/** A version that begins later is trained before that day, not yet. */
function applies(document: Entity, today: string): boolean {
  return inForce(document) && (document.data.effective ?? '') <= today;
}

/** The first number of a version; undefined where there is none, which documents/metadata speaks of. */
function majorOf(version: string): number | undefined {
  const number = /\d+/.exec(version)?.[0];
  return number === undefined ? undefined : Number(number);
}

/** @example isMajor('3.0') // => true */
function isMajor(version: string): boolean {
  return /^v?\d+(?:\.0+)*$/i.test(version);
}
