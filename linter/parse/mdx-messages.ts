import type { Template } from '../model/message.ts';

export const mdxMessages = {
  lessThan: {
    en: 'MDX reads "<" as the start of a component; expected "&lt;" in text. Write "\\<{next}" or "&lt;{next}".',
    'zh-CN': 'MDX 把“<”当作组件的开头，文本中应写“&lt;”；请写成“\\<{next}”或“&lt;{next}”。',
  },
  htmlComment: {
    en: 'An HTML comment "<!-- -->" is not read in MDX; expected "{/* … */}". Rewrite or delete it.',
    'zh-CN': 'MDX 不支持 HTML 注释“<!-- -->”，应写成“{/* … */}”；请改写或删除。',
  },
  unclosedBrace: {
    en: 'MDX reads "{" as the start of an expression that never ends; expected "\\{" in text. Write "\\{".',
    'zh-CN': 'MDX 把“{”当作表达式的开头，且没有结尾，文本中应写“\\{”；请改写。',
  },
  unclosedTag: {
    en: 'Component <{name}> is not closed; expected </{name}>. Add it, or write <{name} … /> if it holds nothing.',
    'zh-CN': '组件 <{name}> 没有闭合，缺少 </{name}>；请补上，若无内容请写成 <{name} … />。',
  },
  strayClosingTag: {
    en: 'There is no open component for </{name}>. Delete it, or add <{name}> before it.',
    'zh-CN': '</{name}> 没有对应的开头；请删除，或在前面补上 <{name}>。',
  },
  autolink: {
    en: 'MDX reads "<" before "{address}" as the start of a component; expected a link. Write [{address}]({address}), or leave out "<" and ">".',
    'zh-CN':
      'MDX 把“{address}”前的“<”当作组件的开头，此处应为链接；请写成 [{address}]({address})，或去掉“<”和“>”。',
  },
  attributeQuotes: {
    en: 'The value of "{attribute}" in <{name}> does not stand between straight quotation marks; expected {attribute}="{value}". Write it so.',
    'zh-CN': '<{name}> 中“{attribute}”的值两边没有英文引号，应为 {attribute}="{value}"；请改写。',
  },
  notReadable: {
    en: 'The text cannot be read from here on. Check the tags "<…>" and braces "{…}" of this paragraph.',
    'zh-CN': '从此处起无法读取；请检查本段的标签“<…>”和花括号“{…}”。',
  },
  tooDeep: {
    en: 'The text is nested more than {limit} levels deep here. Flatten it.',
    'zh-CN': '此处内容嵌套超过 {limit} 层；请减少层级。',
  },
  tooManyMarks: {
    en: 'The paragraph holds more than {limit} asterisks and underscores, so the file was not read. Split it with empty lines.',
    'zh-CN': '此段的星号和下划线超过 {limit} 个，文件未读取；请用空行分段。',
  },
  tooManySigns: {
    en: 'The paragraph holds more than {limit} signs "{sign}", so the file was not read. Split it with empty lines.',
    'zh-CN': '此段的“{sign}”超过 {limit} 个，文件未读取；请用空行分段。',
  },
  tooManyTags: {
    en: 'The file holds more than {limit} closing tags, so it was not read. Split it into several files.',
    'zh-CN': '文件的结束标签超过 {limit} 个，未读取；请拆分成多个文件。',
  },
  longLine: {
    en: 'The line is longer than {limit} characters, so the file was not read. Break it.',
    'zh-CN': '此行超过 {limit} 个字符，文件未读取；请分行。',
  },
  frontMatterMissing: {
    en: 'The file has no front matter; expected it to begin with "---", its fields, and "---". Add them on the first line.',
    'zh-CN': '文件没有头信息，应以“---”、各字段、“---”开头；请从第一行起补上。',
  },
  frontMatterUnclosed: {
    en: 'The front matter is not closed; expected a line "---" after its fields. Add it.',
    'zh-CN': '头信息没有结束，各字段之后应有一行“---”；请补上。',
  },
  esm: {
    en: '"{word}" is program code; expected text and components only, since policies are never run. Delete the line.',
    'zh-CN': '“{word}”是程序代码，正文只能有文本和组件（手册内容从不执行）；请删除此行。',
  },
  expression: {
    en: 'The expression {text} is program code; expected text. Delete it, or write "\\{" if a brace is meant.',
    'zh-CN': '表达式 {text} 是程序代码，应为文本；请删除，若要写花括号请用“\\{”。',
  },
  spread: {
    en: 'The attribute {text} is program code; expected name="value". Delete it.',
    'zh-CN': '属性 {text} 是程序代码，应写成 名称="值"；请删除。',
  },
  expressionValue: {
    en: 'Attribute "{attribute}" of <{name}> has a computed value; expected {attribute}="text". Write the value in quotes.',
    'zh-CN': '<{name}> 的属性“{attribute}”是计算值，应写成 {attribute}="文本"；请把值写在引号里。',
  },
  html: {
    en: 'Raw HTML <{name}> is not allowed; expected Markdown or a component ({known}). Rewrite it in Markdown.',
    'zh-CN': '不允许使用 HTML 标签 <{name}>，应使用 Markdown 或组件（{known}）；请用 Markdown 改写。',
  },
  unknownComponent: {
    en: 'There is no component <{name}>; {hint}',
    'zh-CN': '没有组件 <{name}>；{hint}',
  },
  unknownAttribute: {
    en: 'Component <{name}> has no attribute "{attribute}"; {hint}',
    'zh-CN': '组件 <{name}> 没有属性“{attribute}”；{hint}',
  },
  missingAttribute: {
    en: 'Component <{name}> lacks "{attribute}"; expected {attribute}="…". Add it.',
    'zh-CN': '组件 <{name}> 缺少“{attribute}”，应写 {attribute}="…"；请补上。',
  },
  attributeValue: {
    en: 'Attribute "{attribute}" of <{name}> is "{value}"; expected {expected}.',
    'zh-CN': '<{name}> 的属性“{attribute}”为“{value}”，应为 {expected}。',
  },
  linkProtocol: {
    en: 'The address "{url}" begins with "{protocol}"; expected https:, http:, mailto:, tel: or a path. Replace it.',
    'zh-CN': '地址“{url}”以“{protocol}”开头，应为 https:、http:、mailto:、tel: 或路径；请更换。',
  },
} satisfies Record<string, Template>;
