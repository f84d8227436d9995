import { type MessageData, render, type Template } from '../../model/message.ts';

export const gitMessages = {
  noGit: {
    en: 'Git cannot be run; expected the program "git" on the PATH. Install Git.',
    'zh-CN': '无法运行 Git，PATH 中应有 git 程序；请安装 Git。',
  },
  noRepository: {
    en: 'The folder "{folder}" is in no Git repository; expected one with the revision to compare with. Run the command in a clone.',
    'zh-CN': '文件夹“{folder}”不在 Git 仓库中，应位于含有待比较版本的仓库内；请在克隆出的仓库中运行。',
  },
  notTrusted: {
    en: 'Git does not trust the repository of "{folder}", which belongs to another user of this machine. If you trust it, run: git config --global --add safe.directory {repository}',
    'zh-CN':
      'Git 不信任“{folder}”所在的仓库，因为它属于本机的其他用户；如果可信，请运行：git config --global --add safe.directory {repository}',
  },
  bareRepository: {
    en: 'The folder "{folder}" itself looks like a Git repository (it holds HEAD, objects and refs); expected a handbook. Remove these entries.',
    'zh-CN':
      '文件夹“{folder}”本身看起来像一个 Git 仓库（含 HEAD、objects 和 refs），应为手册；请删除这些内容。',
  },
  optionLike: {
    en: '"{revision}" looks like an option; expected a branch, a tag or a commit, as in origin/main. Correct the revision.',
    'zh-CN': '“{revision}”像是一个选项，应为分支、标签或提交，例如 origin/main；请改正。',
  },
  unknownRevision: {
    en: 'There is no revision "{revision}"; {hint} Correct it, or fetch it with "git fetch".',
    'zh-CN': '没有版本“{revision}”；{hint}请改正，或用 git fetch 获取。',
  },
  shallowRevision: {
    en: 'The revision "{revision}" is not in this shallow clone; expected the history back to it. Run "git fetch --unshallow", or check out with "fetch-depth: 0" (GitHub) or "GIT_DEPTH: 0" (GitLab).',
    'zh-CN':
      '此浅克隆中没有版本“{revision}”，应包含到该版本为止的历史；请运行 git fetch --unshallow，或在检出时设置 fetch-depth: 0（GitHub）或 GIT_DEPTH: 0（GitLab）。',
  },
  shallowAncestor: {
    en: 'This shallow clone does not reach the commit where "{base}" and "{head}" parted. Run "git fetch --unshallow", or check out with "fetch-depth: 0" (GitHub) or "GIT_DEPTH: 0" (GitLab).',
    'zh-CN':
      '此浅克隆没有追溯到“{base}”与“{head}”分叉处的提交；请运行 git fetch --unshallow，或在检出时设置 fetch-depth: 0（GitHub）或 GIT_DEPTH: 0（GitLab）。',
  },
  unrelated: {
    en: '"{base}" and "{head}" have no commit in common; expected a revision that this one grew from. Choose another revision.',
    'zh-CN': '“{base}”与“{head}”没有共同的提交，应为当前版本的来源版本；请换一个版本。',
  },
  incomplete: {
    en: 'This clone lacks objects of the revision "{revision}"; expected a clone with all of them, without --filter. Run "git fetch --refetch --no-filter", or clone again.',
    'zh-CN':
      '此克隆缺少版本“{revision}”的部分对象，应为不带 --filter 的完整克隆；请运行 git fetch --refetch --no-filter，或重新克隆。',
  },
  tooLarge: {
    en: 'The revision "{revision}" holds more than can be compared; expected at most {limit} MB. Narrow the handbook with "ignore" in loopbook.yaml.',
    'zh-CN':
      '版本“{revision}”的内容超出可比较的范围，应不超过 {limit} MB；请用 loopbook.yaml 中的 ignore 缩小手册范围。',
  },
  timeout: {
    en: 'Git did not answer within {seconds} seconds. Try again; if it stays so, check the repository with "git fsck".',
    'zh-CN': 'Git 在 {seconds} 秒内没有响应；请重试，如仍如此，请用 git fsck 检查仓库。',
  },
  failed: {
    en: 'Git could not read the repository: {reason}. Check it with "git fsck".',
    'zh-CN': 'Git 无法读取仓库：{reason}；请用 git fsck 检查。',
  },
} satisfies Record<string, Template>;

export type GitReason = keyof typeof gitMessages;

/** Why Git could not tell what it was asked, in words for the reader. Nothing else is thrown by this folder. */
export class GitError extends Error {
  readonly reason: GitReason;
  readonly template: Template;
  readonly data: MessageData;

  constructor(reason: GitReason, data: MessageData = {}) {
    super(render(gitMessages[reason], data, 'en'));
    this.name = 'GitError';
    this.reason = reason;
    this.template = gitMessages[reason];
    this.data = data;
  }
}
