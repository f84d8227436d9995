import type { Template } from '../model/message.ts';

/** What can be wrong with YAML itself, in the words of someone who writes policies, not parsers. */
export const yamlMessages = {
  tab: {
    en: 'The line is indented with a tab; expected spaces. Replace each tab by two spaces.',
    'zh-CN': '此行用制表符（Tab）缩进，应使用空格；请把每个制表符换成两个空格。',
  },
  indent: {
    en: 'The indentation does not fit the lines around it; expected items of one list or map to start in the same column. Align this line with its neighbours.',
    'zh-CN': '缩进与上下文不一致，同一列表或映射的各项应从同一列开始；请与相邻行对齐。',
  },
  fullWidthColon: {
    en: 'The full-width colon "：" does not separate a field from its value; expected ": ". Write a half-width colon and a space.',
    'zh-CN': '全角冒号“：”不能分隔字段与值，应为半角冒号加空格“: ”；请改写。',
  },
  fullWidthComma: {
    en: 'The full-width comma "，" does not separate fields inside braces; expected ", ". Write a half-width comma, or put the text in quotes.',
    'zh-CN': '全角逗号“，”不能分隔花括号里的字段，应为半角逗号“, ”；请改写，或给文本加引号。',
  },
  unclosed: {
    en: 'A bracket, brace or quotation mark is not closed; expected {expected}. Add it, or put the text in quotes.',
    'zh-CN': '括号或引号没有闭合，缺少 {expected}；请补上，或给文本加引号。',
  },
  duplicateKey: {
    en: 'Field "{key}" stands twice; expected it once. Keep one of the two.',
    'zh-CN': '字段“{key}”重复出现，只应写一次；请保留其中一个。',
  },
  firstDefinition: { en: 'First written here.', 'zh-CN': '首次出现在这里。' },
  multipleDocuments: {
    en: 'The file holds several YAML documents; expected one. Remove the line "---" and put the second document in a file of its own.',
    'zh-CN': '文件含有多个 YAML 文档，只应有一个；请删除“---”行，把第二个文档放到单独的文件中。',
  },
  directive: {
    en: 'The directive "{text}" changes how the file is read; expected none. Delete the line.',
    'zh-CN': '指令“{text}”会改变文件的读法，不应出现；请删除此行。',
  },
  anchor: {
    en: 'The anchor "&{name}" is not allowed; expected plain values. Delete it and write each value where it is needed.',
    'zh-CN': '不允许使用锚点“&{name}”，应直接写值；请删除，并在需要处写出内容。',
  },
  alias: {
    en: 'The alias "*{name}" is not allowed; expected plain values. Write the value itself.',
    'zh-CN': '不允许使用别名“*{name}”，应直接写值；请写出内容本身。',
  },
  tag: {
    en: 'The tag "{tag}" is not allowed; expected plain values. Delete it.',
    'zh-CN': '不允许使用标签“{tag}”，应直接写值；请删除。',
  },
  forbiddenKey: {
    en: 'The field name "{key}" is reserved by programs; expected another name. Rename or delete the field.',
    'zh-CN': '字段名“{key}”为程序保留字，不可使用；请改名或删除。',
  },
  keyNotText: {
    en: 'A field name must be plain text; expected "name: value". Put the text in quotes if it begins with a bracket or brace.',
    'zh-CN': '字段名应为普通文本，写作“name: 值”；以括号开头的文本请加引号。',
  },
  tooDeep: {
    en: 'The values are nested more than {limit} levels deep. Flatten the file.',
    'zh-CN': '内容嵌套超过 {limit} 层；请减少层级。',
  },
  specialStart: {
    en: 'A value must not begin with "{character}"; expected quotes around such text. Write it as "{character}…" in double quotes.',
    'zh-CN': '值不能以“{character}”开头，此类文本应加引号；请写成 "{character}…"。',
  },
  colonInText: {
    en: 'This text holds ": " and is read as a field; expected quotes around such text. Put the whole text in quotes.',
    'zh-CN': '文本中含有“: ”，被当作字段读取，此类文本应加引号；请给整段文本加引号。',
  },
  escape: {
    en: 'The escape after the backslash is unknown in double quotes. Write "\\\\" for a backslash, or use single quotes.',
    'zh-CN': '双引号内反斜杠后的转义无法识别；请把反斜杠写成“\\\\”，或改用单引号。',
  },
  ambiguousWord: {
    en: 'The word "{text}" is text here, but true or false in other programs; expected {alternative}. Say which you mean.',
    'zh-CN': '“{text}”在这里是文本，其他程序却会当作是非值；应写 {alternative}，请明确含义。',
  },
  ambiguousNumber: {
    en: '"{text}" is read as the number {value}; expected quotes if it is a text. Write "{text}" in double quotes, or {value}.',
    'zh-CN': '“{text}”被读作数字 {value}，若为文本应加引号；请写成 "{text}" 或 {value}。',
  },
  itemAmongFields: {
    en: 'An item of a list, "- …", stands among fields; expected either items or fields in one place. Begin every item with "- ", or delete it here.',
    'zh-CN':
      '列表项“- …”与字段混在一起，同一处只应有列表项或字段；请让每一项都以“- ”开头，或删除此处的“- ”。',
  },
  otherSpace: {
    en: 'The space here is not an ordinary one but {code}; expected the space of the keyboard. Replace it.',
    'zh-CN': '此处的空格不是普通空格，而是 {code}；应使用半角空格，请替换。',
  },
  noSpaceAfterColon: {
    en: 'There is no space after the colon in "{text}"; expected one between a field and its value. Write {instead}',
    'zh-CN': '“{text}”的冒号后没有空格，字段与值之间应有空格；请写成 {instead}',
  },
  noSpaceAfterDash: {
    en: 'There is no space after the hyphen in "{text}"; expected one before an item of a list. Add it.',
    'zh-CN': '“{text}”的连字符后没有空格，列表项之前应有空格；请补上。',
  },
  noColon: {
    en: '"{text}" is neither a field nor an item of a list; expected "field: value" or "- item". Add the colon, or put a text of several lines in quotes.',
    'zh-CN':
      '“{text}”既不是字段，也不是列表项，应写作“字段: 值”或“- 列表项”；请补上冒号；若是多行文本，请加引号。',
  },
  textAfterQuote: {
    en: 'Text goes on after a closing quotation mark or bracket; expected the line to end there. Put the whole text in quotes.',
    'zh-CN': '引号或括号闭合之后还有文字，此处应换行；请给整段文本加引号。',
  },
  notReadable: {
    en: 'The line cannot be read. Check quotes, brackets, colons and indentation of this line and the one before.',
    'zh-CN': '此行无法读取；请检查本行与上一行的引号、括号、冒号和缩进。',
  },
} satisfies Record<string, Template>;
