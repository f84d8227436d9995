import { appendItem } from '../../graph/append-item.ts';
import type { Entity } from '../../graph/entity.ts';
import type { Handbook } from '../../graph/handbook.ts';
import { byRole } from '../../graph/questions/by-role.ts';
import { frontlineRoles } from '../../graph/questions/frontline-roles.ts';
import { inForce } from '../../graph/questions/in-force.ts';
import { leadsNowhere } from '../../graph/questions/leads-nowhere.ts';
import { rolesOfSteps } from '../../graph/questions/roles-of-steps.ts';
import { sopsByRole } from '../../graph/questions/sops-of-role.ts';
import { sopsOfProcess, sopsTaught } from '../../graph/questions/sops-taught.ts';
import { targetsOf } from '../../graph/questions/targets-of.ts';
import { allReadable } from '../../graph/readable.ts';
import { foldName, type NamesGiven, namesGiven } from '../../graph/texts/names-given.ts';
import type { Location, Remedy } from '../../model/finding.ts';
import type { Localised, Template } from '../../model/message.ts';
import { nearest } from '../../model/suggest.ts';
import { quoted, quotedList, wordList } from '../../model/word-list.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Role = Entity<'role'>;
type Training = Entity<'training'>;
type MessageId = 'none' | 'aims' | 'untrained' | 'unqualified' | 'untaught' | 'process';
type Offers = Record<'skills' | 'certifies', NamesGiven>;
type Context = RuleContext<MessageId, { skill: 'frontline' | 'all' }>;

const words = {
  awareness: { en: 'service awareness training', 'zh-CN': '服务意识培训' },
  skill: { en: 'skill training', 'zh-CN': '技能培训' },
  write: { en: 'Write a training for it.', 'zh-CN': '请编写相应的培训。' },
} satisfies Record<string, Localised>;

const neededHere: Template = { en: 'It is needed here too.', 'zh-CN': '此处也需要。' };

const TRAINING_FIELDS = ['training/roles', 'training/covers'] as const;

/** What a role needs, and the field of a training that gives it. */
const qualifications = [
  { needs: 'skills', gives: 'skills', what: { en: 'skill', 'zh-CN': '技能' } },
  { needs: 'certificates', gives: 'certifies', what: { en: 'certificate', 'zh-CN': '证书' } },
] as const;

export default defineRule<MessageId, Context['options']>({
  meta: {
    summary: {
      en: 'Require training for every role: service awareness for all, skill and SOPs for the frontline.',
      'zh-CN': '每个岗位都应接受培训：全员培训服务意识，一线还要培训技能和作业指导书。',
    },
    severity: 'error',
    claims: [
      ...['S1-10', 'S1-20', 'S2-06', 'S2-16', 'S3-07', 'S3-09'],
      ...['S4-05', 'S4-14', 'S4-19', 'S5-01', 'S5-06'],
    ],
    fix: 'suggestion',
    options: {
      type: 'object',
      additionalProperties: false,
      properties: { skill: { type: 'string', enum: ['frontline', 'all'], default: 'frontline' } },
    },
  },
  messages: {
    none: {
      en: 'The handbook has no training; expected every role to be trained in service awareness, and the frontline in its work. Write the first one in the folder "training".',
      'zh-CN':
        '手册中没有培训，每个岗位都应接受服务意识培训，一线还应接受技能培训；请在“training”文件夹中编写第一项培训。',
    },
    untrained: {
      en: 'Role "{role}" lacks {missing}; expected everyone to be trained for the work. {remedy}',
      'zh-CN': '岗位“{role}”缺少{missing}，担任该岗位的人都应为所做的工作接受培训；{remedy}',
    },
    aims: {
      en: 'Training "{training}" has no aims; expected "awareness", "skill" or both, so that it is known what it counts for. State them.',
      'zh-CN':
        '培训“{training}”没有写目的，应为“awareness”（意识）、“skill”（技能）或两者，才知道它算哪种培训；请写明。',
    },
    unqualified: {
      en: 'Role "{role}" needs the {what} "{name}", which none of its training gives; expected it in one that does. Add the role to training "{training}".',
      'zh-CN':
        '岗位“{role}”需要{what}“{name}”，但该岗位的培训都不提供，应参加提供它的培训；请把该岗位加入培训“{training}”。',
    },
    untaught: {
      en: 'No training gives the {what} "{name}" that {roles} must have; expected one that does, under the same name. {remedy}',
      'zh-CN': '没有培训提供岗位{roles}必须具备的{what}“{name}”，应有培训以相同名称提供；{remedy}',
    },
    process: {
      en: 'No training covers process "{process}" or its SOPs; expected those who work in it to be taught it. Add "process:{process}" to what a training covers.',
      'zh-CN':
        '没有培训涵盖流程“{process}”或其作业指导书，参与该流程的人应接受培训；请把“process:{process}”加入某项培训的 covers。',
    },
  },
  check(context) {
    const { handbook, report } = context;
    // What a training that cannot be read may teach is not known.
    if (!allReadable(handbook, 'training')) return;
    const roles = handbook.all('role').filter(inForce);
    const trainings = handbook.all('training').filter(inForce);
    if (trainings.length > 0) {
      checkAims(context, trainings);
      checkRoles(context, roles, trainings);
      checkProcesses(context, trainings);
    } else if (roles.length > 0) {
      // One finding says it better than one for every role.
      const place = handbook.company ?? roles[0]!;
      report({ message: 'none', at: place.at('/name'), subject: place.key });
    }
  },
});

// helpers

function checkAims({ report }: Context, trainings: readonly Training[]): void {
  for (const training of trainings) {
    if (training.data.aims?.length) continue;
    report({
      message: 'aims',
      data: { training: training.id },
      at: training.at('/name'),
      subject: training.key,
    });
  }
}

function checkRoles({ handbook, options, report }: Context, roles: Role[], trainings: Training[]): void {
  const frontline = frontlineRoles(handbook);
  const trainingOf = byRole(handbook, 'training');
  const sopsOf = sopsByRole(handbook);
  const taught = new Map(trainings.map((each) => [each, sopsTaught(handbook, each)]));
  const awareness = broadest(trainings.filter((each) => aimsAt(each, 'awareness')));
  const skillIn = skillTrainingByUnit(handbook, trainings);
  const offers = { skills: namesGiven(trainings, 'skills'), certifies: namesGiven(trainings, 'certifies') };
  const untaught = new Map<string, Untaught>();
  for (const role of roles) {
    const own = trainingOf(role);
    const working = options.skill === 'all' || frontline.has(role);
    const aware = own.some((each) => aimsAt(each, 'awareness'));
    const skilled = own.some((each) => aimsAt(each, 'skill'));
    const missing: { what: Localised; from: Training | undefined }[] = [];
    if (!aware) missing.push({ what: words.awareness, from: awareness });
    if (!skilled && (working || hasNeeds(role)))
      missing.push({
        what: skillFor(role, working),
        from: skillIn.get(handbook.referenceAt(role, '/unit')?.target),
      });
    if (skilled && working) {
      const unread = [...sopsOf(role)].filter((sop) => !own.some((each) => taught.get(each)?.has(sop)));
      if (unread.length > 0) missing.push({ what: sopWords(unread), from: undefined });
    }
    // Whom or what a training meant by a name that nothing has is not known.
    const isKnown = () => !TRAINING_FIELDS.some((field) => leadsNowhere(handbook, field));
    if (missing.length > 0 && isKnown()) {
      const from = missing.flatMap((each) => each.from ?? []);
      report({
        message: 'untrained',
        data: { role: role.id, missing: wordList(missing.map(({ what }) => what)), remedy: joining(from) },
        at: role.at('/name'),
        subject: role.key,
        suggest: missing.length === 1 ? from.flatMap((each) => join(each, role)) : [],
      });
    }
    // Without any skill training, each skill by name would only repeat it.
    if (skilled) checkQualifications({ handbook, report }, role, own, offers, untaught);
  }
  for (const each of untaught.values()) reportUntaught({ report }, each, offers);
}

function checkProcesses(
  { handbook, each: eachOf, report }: Pick<Context, 'handbook' | 'each' | 'report'>,
  trainings: Training[],
): void {
  const taught = new Set<Entity>();
  for (const training of trainings) {
    for (const each of targetsOf(handbook, training, '/covers', 'process')) taught.add(each);
    for (const each of targetsOf(handbook, training, '/covers', 'sop')) taught.add(each);
  }
  for (const process of eachOf(handbook.all('process'))) {
    if (!inForce(process) || rolesOfSteps(handbook, process).size === 0) continue;
    if (taught.has(process) || sopsOfProcess(handbook, process).some((sop) => taught.has(sop))) continue;
    if (leadsNowhere(handbook, 'training/covers')) continue;
    report({
      message: 'process',
      data: { process: process.id },
      at: process.at('/name'),
      subject: process.key,
    });
  }
}

/** What no training gives, and the roles that need it: told once, at the first of them. */
interface Untaught {
  qualification: (typeof qualifications)[number];
  name: string;
  at: Location;
  roles: Role[];
}

/** Reports what others are taught and this role is not; gathers what nobody is taught. */
function checkQualifications(
  { handbook, report }: Pick<Context, 'handbook' | 'report'>,
  role: Role,
  own: readonly Training[],
  offers: Offers,
  untaught: Map<string, Untaught>,
): void {
  for (const qualification of qualifications) {
    const { needs, gives, what } = qualification;
    const given = new Set(own.flatMap((each) => (each.data[gives] ?? []).map(foldName)));
    for (const [index, name] of (role.data[needs] ?? []).entries()) {
      if (given.has(foldName(name)) || leadsNowhere(handbook, 'training/roles')) continue;
      const at = role.at(`/${needs}/${index}`);
      const from = offers[gives].from.get(foldName(name));
      if (!from) {
        const key = `${needs}/${foldName(name)}`;
        const known = untaught.get(key);
        if (known) known.roles.push(role);
        else untaught.set(key, { qualification, name, at, roles: [role] });
        continue;
      }
      report({
        message: 'unqualified',
        data: { role: role.id, what, name, training: from.id },
        at,
        subject: `${role.key}/${needs}/${name}`,
        suggest: join(from, role),
      });
    }
  }
}

function reportUntaught({ report }: Pick<Context, 'report'>, untaught: Untaught, offers: Offers): void {
  const { qualification, name, at, roles } = untaught;
  const { needs, gives, what } = qualification;
  const near = nearest(name, offers[gives].names);
  report({
    message: 'untaught',
    data: {
      what,
      name,
      roles: quotedList(roles.map(({ id }) => id)),
      remedy: near ? meant(near) : listing(gives),
    },
    at,
    subject: `${roles[0]!.key}/${needs}/${name}`,
    related: roles.slice(1).map((role) => ({ at: role.at(`/${needs}`), template: neededHere })),
  });
}

/** A training whose aims are not stated is told once; at its roles it counts for both. */
function aimsAt({ data }: Training, aim: 'awareness' | 'skill'): boolean {
  return data.aims?.length ? data.aims.includes(aim) : true;
}

/** Awareness is for everybody, so the training with the most roles is the one meant. */
function broadest(trainings: readonly Training[]): Training | undefined {
  const size = (each: Training) => each.data.roles?.length ?? 0;
  return trainings.reduce<Training | undefined>(
    (best, each) => (best && size(best) >= size(each) ? best : each),
    undefined,
  );
}

function hasNeeds(role: Role): boolean {
  return qualifications.some(({ needs }) => (role.data[needs] ?? []).length > 0);
}

/** Skill training; where the role's own needs ask for it, with them. */
function skillFor({ data }: Role, working: boolean): Localised {
  if (working) return words.skill;
  const needs = quotedList([...(data.skills ?? []), ...(data.certificates ?? [])]);
  return {
    en: `${words.skill.en} (it needs ${needs.en})`,
    'zh-CN': `${words.skill['zh-CN']}（须有${needs['zh-CN']}）`,
  };
}

/** Where colleagues of the same unit learn their work: the likeliest training for somebody without one. */
function skillTrainingByUnit(
  handbook: Handbook,
  trainings: readonly Training[],
): ReadonlyMap<Entity | undefined, Training> {
  const found = new Map<Entity | undefined, Training>();
  for (const training of trainings) {
    if (!aimsAt(training, 'skill')) continue;
    for (const role of targetsOf(handbook, training, '/roles', 'role')) {
      const unit = handbook.referenceAt(role, '/unit')?.target;
      if (unit && !found.has(unit)) found.set(unit, training);
    }
  }
  return found;
}

function sopWords(sops: readonly Entity<'sop'>[]): Localised {
  const list = quotedList(sops.map(({ id }) => id));
  return { en: `training on SOP ${list.en}`, 'zh-CN': `作业指导书${list['zh-CN']}的培训` };
}

function joining(trainings: readonly Training[]): Localised {
  if (trainings.length === 0) return words.write;
  const list = quotedList([...new Set(trainings.map(({ id }) => id))]);
  return {
    en: `Add the role to training ${list.en}.`,
    'zh-CN': `请把该岗位加入培训${list['zh-CN']}。`,
  };
}

function meant(name: string): Localised {
  return { en: `Did you mean "${name}"?`, 'zh-CN': `是否应为“${name}”？` };
}

function listing(field: string): Localised {
  return {
    en: `List it under ${quoted(field).en} of a training for the role.`,
    'zh-CN': `请在该岗位某项培训的${quoted(field)['zh-CN']}中写明。`,
  };
}

function join(training: Training, role: Role): Remedy[] {
  const edit = appendItem(training, '/roles', role.id);
  if (!edit) return [];
  const description = {
    en: 'Add "{role}" to training "{training}".',
    'zh-CN': '把“{role}”加入培训“{training}”。',
  };
  return [{ description, data: { role: role.id, training: training.id }, edits: [edit] }];
}
