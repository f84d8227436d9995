import type { Template } from '../model/message.ts';

export const cliMessages = {
  noHandbook: {
    en: 'No handbook found from "{folder}" upwards; expected a folder with loopbook.yaml. Name it with --root, or create the file.',
    'zh-CN': '从“{folder}”向上没有找到手册，应有含 loopbook.yaml 的文件夹；请用 --root 指定，或创建该文件。',
  },
  noFolder: {
    en: 'There is no folder "{folder}". Check the path after --root.',
    'zh-CN': '没有文件夹“{folder}”；请检查 --root 后的路径。',
  },
  rootIsFile: {
    en: '"{folder}" is a file; --root expects the folder that holds the handbook, the one with loopbook.yaml.',
    'zh-CN': '“{folder}”是文件；--root 应为手册所在的文件夹，即 loopbook.yaml 所在的文件夹。',
  },
  unreadableFolder: {
    en: 'The folder "{folder}" cannot be read ({reason}). Check its permissions.',
    'zh-CN': '文件夹“{folder}”无法读取（{reason}）；请检查权限。',
  },
  noPath: {
    en: 'There is no "{path}" in the handbook. Check the path.',
    'zh-CN': '手册中没有“{path}”；请检查路径。',
  },
  outside: {
    en: '"{path}" lies outside the handbook "{root}"; expected a path in it. Check the path, or name its handbook with --root.',
    'zh-CN': '“{path}”不在手册“{root}”内；请检查路径，或用 --root 指定所属手册。',
  },
  unknownRule: { en: 'There is no rule "{id}"; {hint}', 'zh-CN': '没有规则“{id}”；{hint}' },
  rulesInTree: {
    en: 'The rules in "{file}" lie in the handbook or in the repository around it, where whoever sends a change could have their own code run. Keep them outside.',
    'zh-CN': '规则文件“{file}”位于手册或其仓库之内，提交修改的人可以借此运行自己的代码；请把它放在仓库之外。',
  },
  badRules: {
    en: 'There are no rules to run in "{file}": {fault}. Expected a module whose default export gives each rule under its id.',
    'zh-CN': '“{file}”中没有可用的规则：{fault}；应为以 default 导出、按规则名给出各条规则的模块。',
  },
  ruleTaken: {
    en: 'Rule "{id}" of "{file}" has the name of another rule. Give it one of its own.',
    'zh-CN': '“{file}”中的规则“{id}”与其他规则重名；请另取名称。',
  },
  ruleOption: {
    en: '"--rule {text}" is not understood; expected --rule id=off|info|warning|error.',
    'zh-CN': '“--rule {text}”无法识别，应为 --rule 规则=off|info|warning|error。',
  },
  badDate: {
    en: '"{text}" is not a date; expected YYYY-MM-DD, as in 2026-11-22.',
    'zh-CN': '“{text}”不是日期，应为 YYYY-MM-DD，例如 2026-11-22。',
  },
  badCount: {
    en: '"{text}" is not a count; expected a whole number of 0 or more.',
    'zh-CN': '“{text}”不是个数，应为不小于 0 的整数。',
  },
  badPercent: {
    en: '"{text}" is not a percentage; expected a number from 0 to 100, as in 80.',
    'zh-CN': '“{text}”不是百分数，应为 0 到 100 之间的数，例如 80。',
  },
  belowMin: {
    en: 'Less than {least} % is covered: {shares}.',
    'zh-CN': '覆盖率低于 {least} %：{shares}。',
  },
  notTogether: {
    en: '{one} and {other} do not go together. Leave one of them out.',
    'zh-CN': '{one} 与 {other} 不能同时使用；请去掉其中一个。',
  },
  stdinName: {
    en: '--stdin needs --stdin-filename with the path of the file that the text belongs to.',
    'zh-CN': '使用 --stdin 时，应以 --stdin-filename 给出文本所属文件的路径。',
  },
  stdinFolder: {
    en: '"{path}" is the handbook itself; expected the path of a file in it.',
    'zh-CN': '“{path}”是手册本身；应为手册内某个文件的路径。',
  },
  noReportFile: {
    en: '"--format {text}" names no file; expected --format name=file, or --format name for the standard output.',
    'zh-CN': '“--format {text}”没有写明文件；应为 --format 格式=文件，或 --format 格式（输出到标准输出）。',
  },
  twoOutputs: {
    en: 'The formats "{first}" and "{second}" cannot both go to the standard output. Give one of them a file, as in --format {second}=report.',
    'zh-CN':
      '格式“{first}”和“{second}”不能同时输出到标准输出；请为其中一个指定文件，例如 --format {second}=report。',
  },
  oneFileTwice: {
    en: 'Two formats go to the same file "{file}". Give each its own.',
    'zh-CN': '两种格式写入同一个文件“{file}”；请分别指定文件。',
  },
  configFormat: {
    en: '--print-config prints one of the formats pretty and json, to the standard output.',
    'zh-CN': '--print-config 只能以 pretty 或 json 格式输出到标准输出。',
  },
  readingFiles: { en: 'Reading files: {count}', 'zh-CN': '正在读取文件：{count}' },
  runningRules: { en: 'Checking rules: {count}', 'zh-CN': '正在检查规则：{count}' },
  watching: {
    en: 'Waiting for changes (stop with Ctrl+C).',
    'zh-CN': '等待文件更改（按 Ctrl+C 停止）。',
  },
  cannotWatch: {
    en: 'The folder "{folder}" cannot be watched ({reason}). Run without --watch, or allow the system to watch more files.',
    'zh-CN': '无法监视文件夹“{folder}”（{reason}）；请去掉 --watch，或提高系统可监视的文件数。',
  },
  choice: { en: '"{text}" is not known; {hint}', 'zh-CN': '无法识别“{text}”；{hint}' },
  tooManyWarnings: {
    en: 'More warnings ({count}) than --max-warnings allows ({limit}).',
    'zh-CN': '警告 {count} 个，超过 --max-warnings 允许的 {limit} 个。',
  },
  buildStopped: {
    en: 'The handbook was not built: mend the errors above, or publish it with them by --force.',
    'zh-CN': '手册未生成：请先修改上述错误；如要带错发布，请加 --force。',
  },
  writing: { en: 'Writing the pages …', 'zh-CN': '正在生成页面……' },
  built: {
    en: 'The handbook is in "{out}": {pages} pages in {seconds} s.',
    'zh-CN': '手册已生成到“{out}”：{pages} 页，用时 {seconds} 秒。',
  },
  starting: {
    en: 'The handbook is being prepared; its address follows.',
    'zh-CN': '正在准备手册，稍后显示地址。',
  },
  serving: {
    en: 'The handbook is at {url} (stop with Ctrl+C).',
    'zh-CN': '手册地址：{url}（按 Ctrl+C 停止）。',
  },
  portTaken: {
    en: 'Port {port} is in use; the next free one is taken.',
    'zh-CN': '端口 {port} 已被占用，改用下一个空闲端口。',
  },
  portDenied: {
    en: 'Port {port} may not be used by you. Choose one from 1024 to 65535, as in --port 4321.',
    'zh-CN': '您无权使用端口 {port}；请选择 1024 到 65535 之间的端口，例如 --port 4321。',
  },
  badPort: {
    en: '"{text}" is not a port; expected a whole number up to 65535, as in --port 4321.',
    'zh-CN': '“{text}”不是端口，应为不大于 65535 的整数，例如 --port 4321。',
  },
  notBuilt: {
    en: 'There is no built handbook in "{out}". Run "loopbook build" first.',
    'zh-CN': '“{out}”中没有已生成的手册；请先运行 loopbook build。',
  },
  cacheInTree: {
    en: 'The cache folder "{folder}" lies in the handbook or in the repository around it, where whoever sends a change could put a cache of their own. Choose a folder outside.',
    'zh-CN':
      '缓存文件夹“{folder}”位于手册或其仓库之内，提交修改的人可以在那里放入自己的缓存；请选择仓库之外的文件夹。',
  },
  noOutput: {
    en: 'The output cannot be written ({reason}), so that the result is not known.',
    'zh-CN': '无法输出结果（{reason}），结果未知。',
  },
  crashed: {
    en: 'This is a fault of Loopbook and not of what you wrote: {reason} Please report it with the command you ran; LOOPBOOK_DEBUG=1 shows where it happened.',
    'zh-CN':
      '这是 Loopbook 自身的故障，与您写的内容无关：{reason} 请连同所运行的命令一起反馈；设置 LOOPBOOK_DEBUG=1 可显示出错位置。',
  },
} satisfies Record<string, Template>;
