import type { Command } from 'commander';

/** What the help says, by its English words; a test asks every command for words that are missing here. */
const words: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'output the version number': '显示版本号',
  'display help for command': '显示用法',
  'Service standards, processes and SOPs as code: lint them, publish them.':
    '把服务标准、流程和作业指导书当作代码来管理：检查并发布。',
  'check the handbook against its rules': '按规则检查手册',
  'show only findings at or below these paths': '只显示这些路径及其下的问题',
  '; several, where all but one go to files': '；可多次使用，至多一种输出到屏幕，其余写入文件',
  'starter, recommended or strict': 'starter、recommended 或 strict',
  'set the severity of a rule; may be repeated': '设置一条规则的级别，可多次使用',
  'run the rules of this module too; it runs as code of yours': '同时运行此模块中的规则；会作为您的代码执行',
  'fail if there are more warnings': '警告超过此数即失败',
  'count only what is new since this revision, such as origin/main':
    '只计此版本以来新出现的问题，例如 origin/main',
  'show errors only': '只显示错误',
  'show what baseline.json hides, too': '连同 baseline.json 隐藏的问题一起显示',
  'show how long each rule took': '显示每条规则的用时',
  'compute everything, whatever the last run left': '全部重新计算，不用上次运行的结果',
  "where runs are kept; the user's cache folder if not given": '运行结果的存放处；默认为用户的缓存文件夹',
  'make every page anew, whatever the last build left': '每一页都重新生成，不用上次留下的结果',
  "where builds are remembered; the user's cache folder if not given":
    '生成结果的记录存放处；默认为用户的缓存文件夹',
  'apply the fixes that are safe, then show what is left': '完成可以放心的修改，再显示其余问题',
  'read one file from the standard input in place of the one on disk':
    '从标准输入读取一个文件，代替磁盘上的文件',
  'which file the standard input is': '标准输入对应的文件',
  'check again whenever a file changes': '文件一有改动就再次检查',
  'show which rules hold for a file, and why': '显示某个文件适用哪些规则及原因',
  'show how far standards, roles and the rest are covered, and which demands are met':
    '显示标准、岗位等的覆盖情况，以及哪些要求已满足',
  'pretty or json': 'pretty 或 json',
  'fail if any share is below this': '任一比例低于此数即失败',
  'hide the findings there are today, so that only new ones fail; afterwards only take out':
    '隐藏今天已有的问题，只因新问题失败；以后只移除已改好的',
  'add the findings that are new since': '加入此后新出现的问题',
  'list everything that hides findings: comments, exceptions.yaml and baseline.json':
    '列出所有隐藏问题之处：注释、exceptions.yaml 和 baseline.json',
  'say what a change does to the service, what it touches and who must approve it':
    '说明一处改动对服务的影响、涉及范围和批准人',
  'the revision to compare with, such as origin/main': '用来对照的版本，例如 origin/main',
  'the revision that changed; the files on disk if not given': '改动后的版本；默认为磁盘上的文件',
  'pretty, json, markdown': 'pretty、json 或 markdown',
  'effects that need approval: weakens,widens-authority,unknown':
    '需要批准的影响：weakens,widens-authority,unknown',
  'who made the change; roles this account stands for do not approve it':
    '改动者的账号；该账号对应的岗位不能批准此改动',
  'write who is asked about each file into CODEOWNERS': '把每个文件的负责人写入 CODEOWNERS',
  'write nothing; fail if the file is out of date': '不写入；文件过时即失败',
  'the file; found where Git servers look for it if not given': '文件位置；默认在 Git 平台查找之处',
  "show a rule's page": '显示规则的说明',
  'for instance flow/sound': '例如 flow/sound',
  'list the rules': '列出全部规则',
  'en or zh-CN': 'en 或 zh-CN',
  'publish the handbook as a static site with its search index': '把手册发布为带搜索索引的静态网站',
  'publish in spite of errors, which are shown': '有错误也发布，并显示错误',
  'the first half of build: lint, then write the pages without a search index':
    '发布的前一半：检查，再写出页面，不建搜索索引',
  'show the handbook while writing it; pages follow the files': '边写边看，页面随文件更新',
  'port to serve at': '端口',
  'serve a built handbook': '查看已生成的手册',
  'lint, build and serve the handbook': '检查、生成并查看手册',
  "print a built handbook, or one role's part of it, as a book": '把已生成的手册或一个岗位的部分打印成册',
  'the part of one role': '一个岗位的部分',
  'in another language than the first': '使用第一种以外的语言',
  'where the book is written': '书的存放处',
  'the handbook; found from the working directory if not given': '手册文件夹；默认从当前文件夹起查找',
  'language of findings: en or zh-CN': '问题的语言：en 或 zh-CN',
  'judge by this date, YYYY-MM-DD': '按此日期判断，格式 YYYY-MM-DD',
  'where the site is written': '网站的存放处',
  'path the site is served under': '网站所在的路径',
  'address the site is served at': '网站的地址',
};

/** What the command line says of options and arguments that it does not know. */
const refusals: [pattern: RegExp, chinese: string][] = [
  [/^error: unknown option '(.*)'$/, '没有选项“$1”；请用 --help 查看用法。'],
  [/^error: unknown command '(.*)'$/, '没有命令“$1”；请用 --help 查看全部命令。'],
  [/^error: missing required argument '(.*)'$/, '缺少参数“$1”；请用 --help 查看用法。'],
  [/^error: option '(.*)' argument missing$/, '选项“$1”后面缺少值；请补上。'],
  [
    /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/,
    '参数过多：应为 $2 个，实为 $3 个；请去掉多余的。',
  ],
  [/^\(Did you mean one of (.*)\?\)$/, '（是否应为 $1 之一？）'],
  [/^\(Did you mean (.*)\?\)$/, '（是否应为 $1？）'],
];

/** Lets a program and its commands speak Chinese in their help and where they refuse what is asked of them. */
export function speakChinese(program: Command): void {
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ outputError: (text, write) => write(inChinese(text)) });
    command.configureHelp({
      styleTitle: (title) => words[title] ?? title,
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string'
          ? `${inWords(description)}（默认 ${defaultValue}）`
          : inWords(description),
      argumentDescription: ({ description }) => inWords(description),
      subcommandDescription: (each) => inWords(each.description()),
      commandDescription: (each) => inWords(each.description()),
    });
  }
}

/** The list of report formats stands before its words. */
function inWords(description: string): string {
  const end = description.indexOf('; several');
  if (end === -1) return words[description] ?? description;
  return description.slice(0, end).replaceAll(', ', '、') + words[description.slice(end)];
}

function inChinese(text: string): string {
  const lines = text.split('\n').map((line) => {
    const known = refusals.find(([pattern]) => pattern.test(line));
    return known ? line.replace(...known) : line;
  });
  return lines.join('\n');
}
