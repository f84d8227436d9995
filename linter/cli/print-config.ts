import { companyRules } from '../engine/company-rules.ts';
import { type ConfigOverrides, type Origin, originOf } from '../engine/config.ts';
import { type Language, render, type Template } from '../model/message.ts';
import { jsonText } from '../report/json.ts';
import { table } from '../report/table.ts';
import { visible } from '../report/visible.ts';
import { registry } from '../rules/registry.gen.ts';
import { failure, type HandbookFlags, openHandbook } from './handbook.ts';
import type { ExitCode, Io } from './io.ts';
import type { Output } from './output.ts';
import { insideOf } from './paths.ts';

interface ConfigFlags extends HandbookFlags {
  overrides: ConfigOverrides;
  outputs: readonly Output[];
}

const words = {
  title: { en: 'Rules for {file}', 'zh-CN': '{file} 适用的规则' },
  preset: { en: 'preset {preset}', 'zh-CN': '预设 {preset}' },
  settings: { en: 'loopbook.yaml:{line}', 'zh-CN': 'loopbook.yaml:{line}' },
  override: { en: 'loopbook.yaml:{line}, override {files}', 'zh-CN': 'loopbook.yaml:{line}，按路径 {files}' },
  command: { en: 'command line', 'zh-CN': '命令行' },
  options: { en: 'options', 'zh-CN': '选项' },
} satisfies Record<string, Template>;

/** `--print-config FILE`: each rule's severity for a file, its options, and what set them. */
export async function printConfig(path: string, flags: ConfigFlags, io: Io): Promise<ExitCode> {
  const open = await openHandbook(flags, io);
  const { handbook, language } = open;
  const [output, ...more] = flags.outputs;
  const isKnown = output?.name === 'pretty' || output?.name === 'json';
  if (!isKnown || more.length > 0 || output.file !== undefined) throw failure('configFormat', {}, language);
  const file = insideOf(path, open, io);
  if (!handbook.files.has(file)) throw failure('noPath', { path }, language);
  const rules = [...registry, ...companyRules(handbook)].map((rule) => ({
    id: rule.id,
    ...originOf(handbook, rule, file, flags.overrides),
  }));
  if (output.name === 'json') {
    io.out(jsonText({ version: 1, file, rules }));
    return 0;
  }
  const rows = rules.map(({ id, level, from, options }) => [
    visible(id),
    level,
    originText(from, language),
    Object.keys(options).length === 0 ? '' : `${words.options[language]} ${visible(JSON.stringify(options))}`,
  ]);
  const lines = table(rows, ['left', 'left', 'left', 'left']);
  io.out(`${render(words.title, { file: visible(file) }, language)}\n${lines.join('\n')}\n`);
  return 0;
}

function originText(from: Origin, language: Language): string {
  const data = { line: 0, ...from, files: 'files' in from ? from.files.map(visible).join(', ') : '' };
  return render(words[from.kind], data, language);
}
