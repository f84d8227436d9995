import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { type Grant, grantsOf, superiorsOf } from '../../graph/questions/grants.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import type { Template } from '../../model/message.ts';
import { type Localised, same } from '../../model/message.ts';
import { compareQuantities, parseDuration } from '../../model/quantity.ts';
import { quantityWords, writtenWords } from '../../model/quantity-words.ts';
import { defineRule, type Report } from '../rule.ts';

type MessageId = 'deadEnd' | 'outside' | 'notHigher' | 'noTime' | 'cycle' | 'twice' | 'openTop' | 'slower';

const limitHere: Template = { en: 'Its limit stands here.', 'zh-CN': '它的限额在这里。' };
const firstHere: Template = { en: 'The first grant stands here.', 'zh-CN': '第一处在这里。' };

export default defineRule<MessageId>({
  meta: {
    summary: {
      en: 'Require decision rights to form a ladder: each role escalates in time to one that may decide more, up to one without a limit.',
      'zh-CN': '授权应逐级成梯：每个岗位都能按时升级到权限更大的岗位，直至不设上限的一级。',
    },
    severity: 'error',
    claims: ['S1-08', 'S1-09'],
    fix: 'suggestion',
  },
  messages: {
    deadEnd: {
      en: 'Role "{role}" has nobody to turn to above its limit; expected a role with a higher limit. Add "escalate".',
      'zh-CN': '岗位“{role}”超出限额时无处升级，应有权限更大的岗位；请补上 escalate。',
    },
    outside: {
      en: 'Role "{role}" escalates to "{target}", which may decide nothing here; expected a role with a higher limit in this decision right. Grant it to "{target}", or escalate to another.',
      'zh-CN':
        '岗位“{role}”升级到“{target}”，但后者在此没有授权，应为本授权中权限更大的岗位；请给“{target}”授权，或改升级岗位。',
    },
    notHigher: {
      en: 'Role "{role}" ({limit}) escalates to "{target}", which may decide no more ({other}); expected a higher limit. Raise the limit of "{target}", or escalate to another.',
      'zh-CN':
        '岗位“{role}”（{limit}）升级到“{target}”，但后者权限并不更大（{other}），应有更高的限额；请提高“{target}”的限额，或改升级岗位。',
    },
    noTime: {
      en: 'The escalation from "{role}" to "{target}" has no time; expected how soon an answer comes. Add "within", such as 5 min.',
      'zh-CN': '“{role}”升级到“{target}”没有时限，应写明多久答复；请补上 within，例如 5 min。',
    },
    cycle: {
      en: 'The escalation goes round in a circle: {path}; expected it to end at a role without a limit. Break the circle.',
      'zh-CN': '升级路径绕成一圈：{path}；应止于不设上限的岗位，请断开循环。',
    },
    twice: {
      en: 'Role "{role}" has two grants on the same basis, {limit} and {other}; expected one. Delete one of them, or write the condition that tells them apart.',
      'zh-CN':
        '岗位“{role}”按同一基准有两项授权（{limit}和 {other}），应只有一项；请删除其中一项，或写明区分两者的条件。',
    },
    openTop: {
      en: 'Nobody may decide above {limit} of "{role}"; expected a top without a limit. Let it escalate to a higher role, or add a grant with "limit: none".',
      'zh-CN':
        '超过“{role}”的 {limit}就没人能决定，最高一级应不设上限；请让它升级到更高的岗位，或补一项 limit: none 的授权。',
    },
    slower: {
      en: 'The answer of "{target}" to "{role}" may take {within}, longer than that of "{next}" one step higher ({other}); expected the nearer to be the quicker. Shorten "within" here.',
      'zh-CN':
        '“{target}”答复“{role}”可用 {within}，比再上一级“{next}”的 {other}还慢，越近的一级应答复越快；请缩短此处的 within。',
    },
  },
  check({ handbook, report }) {
    for (const right of handbook.all('decision-right')) {
      if (!inForce(right)) continue;
      const grants = grantsOf(handbook, right);
      const circles = circlesOf(grants);
      const inCircle = new Set(circles.flat());
      for (const circle of circles) {
        const first = circle[0]!;
        const path = [...circle, first].map(({ roleId }) => roleId).join(' → ');
        const at = right.at(`${first.pointer}/escalate`);
        report({ message: 'cycle', data: { path }, at, subject: subjectOf(right, first) });
      }
      for (const [grant, earlier] of repeated(right, grants)) {
        const data = { role: grant.roleId, limit: printLimit(earlier), other: printLimit(grant) };
        const related = [{ at: right.at(`${earlier.pointer}/role`), template: firstHere }];
        report({
          message: 'twice',
          data,
          at: right.at(`${grant.pointer}/role`),
          subject: subjectOf(right, grant),
          related,
        });
      }
      const top = topOf(grants);
      for (const grant of grants) {
        const rung: Rung = { handbook, right, grant, grants };
        if (!right.has(`${grant.pointer}/escalate`)) {
          const end = judgeEnd(rung, grant === top);
          if (end) report(end);
        } else if (!inCircle.has(grant)) {
          for (const each of judgeEscalation(rung)) report(each);
        }
      }
    }
  },
});

// helpers

interface Rung {
  handbook: Handbook;
  right: Entity<'decision-right'>;
  grant: Grant;
  grants: readonly Grant[];
}

/** A grant that passes nothing on must be the top, and the top must have no limit. */
function judgeEnd({ right, grant }: Rung, isTop: boolean): Report<MessageId> | undefined {
  const { roleId: role, pointer, limit } = grant;
  if (limit?.kind === 'unlimited' || grant.role?.data.level === 'board') return undefined;
  const subject = subjectOf(right, grant);
  if (!isTop) return { message: 'deadEnd', data: { role }, at: right.at(`${pointer}/role`), subject };
  return {
    message: 'openTop',
    data: { role, limit: printLimit(grant) },
    at: right.at(`${pointer}/limit`),
    subject,
  };
}

function judgeEscalation({ handbook, right, grant, grants }: Rung): Report<MessageId>[] {
  const { roleId: role, pointer, escalate } = grant;
  // A target that does not resolve is a matter of references/resolves.
  if (!escalate) return [];
  const data = { role, target: escalate.id };
  const place = { at: right.at(`${pointer}/escalate`), subject: subjectOf(right, grant) };
  const reports: Report<MessageId>[] =
    grant.within === undefined ? [{ message: 'noTime', data, ...place }] : [];
  const better = nextHigher(grant, grants);
  const suggest = better ? [escalateTo(right, grant, better)] : [];
  const targets = grants.filter((each) => each.role === escalate);
  const lower = targets.find((each) => isNotHigher(each, grant));
  if (targets.length === 0 && !standsAbove(handbook, escalate, grants)) {
    reports.push({ message: 'outside', data, ...place, suggest });
  }
  if (lower) {
    const limits = { limit: printLimit(grant), other: printLimit(lower) };
    const related = [{ at: right.at(`${lower.pointer}/limit`), template: limitHere }];
    reports.push({ message: 'notHigher', data: { ...data, ...limits }, ...place, related, suggest });
  }
  const slower = targets.find((each) => each.escalate && isLonger(grant.within, each.within));
  if (slower) {
    reports.push({
      message: 'slower',
      data: {
        ...data,
        within: writtenWords(grant.within!),
        next: slower.escalate!.id,
        other: writtenWords(slower.within!),
      },
      at: right.at(`${pointer}/within`),
      subject: `${subjectOf(right, grant)}/within`,
    });
  }
  return reports;
}

/** Times that cannot be compared, or cannot be read, are not judged. */
function isLonger(within: string | undefined, other: string | undefined): boolean {
  const [one, two] = [parseDuration(within ?? ''), parseDuration(other ?? '')];
  return one.ok && two.ok && compareQuantities(one.value, two.value) === 1;
}

function subjectOf(right: Entity, grant: Grant): string {
  return `${right.key}/grants/${grant.roleId}`;
}

function printLimit({ limit }: Grant): Localised {
  return limit ? quantityWords(limit) : same('—');
}

/** Each circle once, beginning with the grant that stands first in the file. */
function circlesOf(grants: readonly Grant[]): Grant[][] {
  const circles: Grant[][] = [];
  const done = new Set<Grant>();
  for (const start of grants) {
    const path: Grant[] = [];
    let grant: Grant | undefined = start;
    while (grant && !done.has(grant) && !path.includes(grant)) {
      path.push(grant);
      const { escalate }: Grant = grant;
      grant = escalate && grants.find((each) => each.role === escalate);
    }
    if (grant && path.includes(grant)) circles.push(path.slice(path.indexOf(grant)));
    for (const each of path) done.add(each);
  }
  return circles.map((circle) => {
    const first = circle.indexOf(circle.reduce((a, b) => (a.index < b.index ? a : b)));
    return [...circle.slice(first), ...circle.slice(0, first)];
  });
}

/** Pairs of grants to one role that nothing tells apart; 500 per case beside 2000 per day is no such pair. */
function* repeated(right: Entity<'decision-right'>, grants: readonly Grant[]): Generator<[Grant, Grant]> {
  const condition = ({ index }: Grant) => JSON.stringify(right.data.grants?.[index]?.condition ?? '');
  for (const grant of grants) {
    const earlier = grants.find(
      (each) =>
        each.index < grant.index &&
        each.roleId === grant.roleId &&
        condition(each) === condition(grant) &&
        (!each.limit || !grant.limit || compareQuantities(each.limit, grant.limit) !== undefined),
    );
    if (earlier) yield [grant, earlier];
  }
}

/** The grant that should be the end of the ladder: of those that pass nothing on, the one that may decide most. */
function topOf(grants: readonly Grant[]): Grant | undefined {
  const ends = grants.filter(({ escalate, limit }) => !escalate && limit);
  return ends.reduce<Grant | undefined>(
    (most, each) => (most && !isNotHigher(most, each) ? most : each),
    undefined,
  );
}

/** Limits in another currency or on another basis cannot be compared and are not judged. */
function isNotHigher(target: Grant, grant: Grant): boolean {
  if (!target.limit || !grant.limit) return false;
  const order = compareQuantities(target.limit, grant.limit);
  return order !== undefined && order <= 0;
}

/** Who everybody here reports to in the end needs no grant; nor does the board. */
function standsAbove(handbook: Handbook, role: Entity<'role'>, grants: readonly Grant[]): boolean {
  if (role.data.level === 'board') return true;
  return grants.every((grant) => !grant.role || superiorsOf(handbook, grant.role).includes(role));
}

function nextHigher(grant: Grant, grants: readonly Grant[]): Grant | undefined {
  const higher = grants.filter(
    (each) => each.limit && grant.limit && each.role && compareQuantities(grant.limit, each.limit) === -1,
  );
  return higher.reduce<Grant | undefined>(
    (least, each) => (least && !isNotHigher(least, each) ? each : (least ?? each)),
    undefined,
  );
}

function escalateTo(right: Entity, { pointer }: Grant, better: Grant) {
  const { file, span } = right.at(`${pointer}/escalate`);
  return {
    description: { en: 'Escalate to "{role}".', 'zh-CN': '升级到“{role}”。' },
    data: { role: better.roleId },
    edits: [{ file, start: span[0], end: span[1], text: better.roleId }],
  };
}
