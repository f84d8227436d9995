import type { Template } from '../model/message.ts';

/** What can be wrong with a comment, an exception or a baseline that hides findings. */
export const suppressionMessages = {
  unknownDirective: {
    en: '"{written}" is no comment that Loopbook knows; expected "loopbook-disable-next-line rule -- reason until YYYY-MM-DD". Correct or delete it.',
    'zh-CN':
      '没有“{written}”这种注释，应写成“loopbook-disable-next-line 规则 -- 理由 至 YYYY-MM-DD”；请改正或删除。',
  },
  noRule: {
    en: 'The comment names no rule; expected "loopbook-disable-next-line rule -- reason until YYYY-MM-DD". Name the rule that its finding shows.',
    'zh-CN':
      '注释没有写明规则，应写成“loopbook-disable-next-line 规则 -- 理由 至 YYYY-MM-DD”；请写上问题所示的规则。',
  },
  incomplete: {
    en: 'The comment has {missing}, so nothing is hidden; expected "… -- reason until YYYY-MM-DD". Say why the finding may stay and how long.',
    'zh-CN':
      '注释缺少{missing}，因此不起作用，应写成“…… -- 理由 至 YYYY-MM-DD”；请说明为什么可以保留、保留到哪天。',
  },
  badDate: {
    en: '"{text}" is not a date, so nothing is hidden; expected YYYY-MM-DD, as in 2027-01-31. Correct it.',
    'zh-CN': '“{text}”不是日期，因此不起作用，应为 YYYY-MM-DD，例如 2027-01-31；请改正。',
  },
  tooLong: {
    en: 'The comment is longer than {limit} characters, so nothing is hidden. Shorten the reason.',
    'zh-CN': '注释超过 {limit} 个字符，因此不起作用；请缩短理由。',
  },
  unknownRule: {
    en: 'There is no rule "{id}", so nothing is hidden; {hint}',
    'zh-CN': '没有规则“{id}”，因此不起作用；{hint}',
  },
  notHideable: {
    en: 'Findings of "{id}" cannot be hidden, since what is not read or not found cannot be checked. Mend what it found, and delete this.',
    'zh-CN': '“{id}”的问题不能隐藏，因为读不出或找不到的内容无法检查；请修改所报问题，并删除此处。',
  },
  tooFar: {
    en: 'The end date {until} is {days} days ahead, so nothing is hidden; expected at most {limit}. Choose an earlier date and decide again then.',
    'zh-CN': '截止日期 {until} 距今 {days} 天，因此不起作用，最多可为 {limit} 天；请改早，到期再行决定。',
  },
  expired: {
    en: 'This ended on {until} and hides nothing any more; expected a finding mended by then. Mend it and delete this, or decide on a new date.',
    'zh-CN': '此处已于 {until} 到期，不再起作用，问题本应在此前改正；请修改后删除此处，或重新确定日期。',
  },
  unused: {
    en: 'There is nothing of rule "{id}" to hide here. Delete this, so that it hides nothing later.',
    'zh-CN': '这里没有规则“{id}”的问题需要隐藏；请删除，以免日后误隐藏。',
  },
  unknownEntity: {
    en: '"{entity}" has no part "{part}", so nothing is hidden; {hint}',
    'zh-CN': '“{entity}”没有“{part}”这一部分，因此不起作用；{hint}',
  },
  selfApproved: {
    en: '"{role}" both asks for this exception and approves it, so nothing is hidden; expected another role. Name who approved it.',
    'zh-CN': '“{role}”既申请又批准此例外，因此不起作用，应由另一岗位批准；请写明批准岗位。',
  },
  notEntitled: {
    en: '"{role}" may not approve this exception, so nothing is hidden; expected the owner of "{entity}" ({owner}) or a role above "{asks}". Have one of them approve it.',
    'zh-CN':
      '“{role}”无权批准此例外，因此不起作用，应由“{entity}”的负责岗位（{owner}）或“{asks}”的上级岗位批准；请由其批准。',
  },
  baselineUnreadable: {
    en: 'The baseline cannot be read here, so it hides nothing; expected the lines that "loopbook baseline" writes. Restore the file from Git, or delete it and run "loopbook baseline".',
    'zh-CN':
      '基线文件在此处无法读取，因此不起作用，应为 loopbook baseline 写出的内容；请从 Git 恢复该文件，或删除后运行 loopbook baseline。',
  },
  baselineVersion: {
    en: 'The baseline is of version "{version}", so it hides nothing; expected {expected}. Run the Loopbook that wrote it, or delete it and run "loopbook baseline".',
    'zh-CN':
      '基线文件的版本为“{version}”，因此不起作用，应为 {expected}；请使用写出它的 Loopbook，或删除后运行 loopbook baseline。',
  },
} satisfies Record<string, Template>;
