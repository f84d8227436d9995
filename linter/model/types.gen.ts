// Generated from schemas/ by linter/tools/generate.ts. Do not edit.

/**
 * A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
 */
export type Id = string;
/**
 * A BCP 47 language tag.
 */
export type Locale = string;
/**
 * Text in the default language, or one text per language.
 */
export type Text =
  | string
  | {
      [k: string]: string;
    };
/**
 * One short line in the default language, or one line per language.
 */
export type Line =
  | string
  | {
      [k: string]: string;
    };
/**
 * A list of words in the default language, or one list per language.
 */
export type Words =
  | string[]
  | {
      [k: string]: string[];
    };
/**
 * A number, a space and a unit: ms, s, min, h, d or wd (working days).
 */
export type Duration = string;
/**
 * An amount and a currency, if need be with a basis.
 */
export type Money = string;
/**
 * A percentage.
 */
export type Ratio = string;
/**
 * A number and a unit.
 */
export type Measure = string;
/**
 * A comparison (<, <=, =, >=, >), a number and a unit.
 */
export type Comparison = string;
/**
 * The most that may be decided: an amount, or `none` for no limit.
 */
export type Limit = string;
/**
 * A day as YYYY-MM-DD.
 */
export type Day = string;
/**
 * A year, half-year, quarter or month, or two of them with a slash between.
 */
export type Period = string | number;
/**
 * Accounts or teams on the Git server.
 */
export type Handles = Handle[];
/**
 * An account or team on the Git server.
 */
export type Handle = string;

/**
 * The data of each kind, as it stands in its file.
 */
export interface KindData {
  company: Company;
  'decision-right': DecisionRight;
  'feedback-loop': FeedbackLoop;
  guide: Guide;
  improvement: Improvement;
  incentive: Incentive;
  inspection: Inspection;
  metric: Metric;
  process: Process;
  role: Role;
  segment: Segment;
  service: Service;
  sop: Sop;
  standard: Standard;
  tool: Tool;
  training: Training;
  unit: Unit;
}
/**
 * Changes that a role has approved: approvals/<role>.yaml, where the file name is the role.
 */
export interface Approvals {
  /**
   * The approvals, each for one change.
   *
   * Items: Lets one change pass that weakens the service or widens an authority.
   */
  approvals: Approval[];
}
/**
 * Lets one change pass that weakens the service or widens an authority.
 */
export interface Approval {
  /**
   * The sixteen digits that `loopbook diff` prints for the change.
   */
  change: string;
  /**
   * The entry, or the part of one, that changes; a file where it is no entry.
   */
  entity: string;
  /**
   * What the change does to the service.
   */
  effect: 'widens-authority' | 'weakens' | 'unknown' | 'changes' | 'strengthens' | 'editorial';
  /**
   * The change in words, for whoever reads this later.
   */
  says?: Text;
  /**
   * When it was approved.
   */
  date: Day;
  /**
   * Why the change is right.
   */
  reason: Text;
}
/**
 * For a trial: when it ends and how success is judged.
 */
export interface Pilot {
  /**
   * The day on which the trial ends.
   */
  until?: Day;
  /**
   * The metric that decides whether the trial goes on.
   */
  metric?: string;
}
/**
 * Something the customer has been told to expect.
 */
export interface ServicePromise {
  /**
   * Stable name of this promise, in kebab-case; others refer to it as `#meal-in-30-seconds`.
   */
  id: Id;
  /**
   * What the customer is told, word for word.
   */
  statement: Text;
  /**
   * The time in which the promise is kept.
   */
  within?: Duration;
  /**
   * The standard that makes the promise binding inside.
   */
  standard?: string;
  /**
   * The metric that shows whether the promise is kept.
   */
  metric?: string;
  /**
   * The decision right that lets the frontline keep the promise.
   */
  decision?: string;
  /**
   * What happens when the promise is broken: a process, a step of one, an SOP or a guide.
   */
  recovery?: string;
}
/**
 * The company whose handbook this is: what it stands for, its goals and its limits. Exactly one.
 */
export interface Company {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * In a few sentences, what service means here and what customers may expect.
   */
  concept: Text;
  /**
   * The role of service: reliable basics at low cost, or a difference that customers pay for.
   */
  positioning: 'cost' | 'differentiation' | 'focus';
  /**
   * The industry; it decides which service dimensions a handbook must cover.
   */
  industry?:
    | 'hotel'
    | 'restaurant'
    | 'retail'
    | 'finance'
    | 'insurance'
    | 'healthcare'
    | 'education'
    | 'contact-centre'
    | 'transport'
    | 'logistics'
    | 'telecom'
    | 'property'
    | 'leisure'
    | 'technology'
    | 'manufacturing'
    | 'public-service'
    | 'professional'
    | 'other';
  /**
   * The usual currency, as a three-letter ISO 4217 code.
   */
  currency?: string;
  /**
   * What the company wants to reach through service; each goal is measured.
   *
   * Items: One goal of the company.
   */
  goals: Goal[];
  /**
   * Rules of conduct that standards refer to.
   *
   * Items: One principle of service.
   */
  principles?: Principle[];
  /**
   * Directions of development (digital, personal, sustainable) and what carries them out.
   *
   * Items: One direction of development.
   */
  themes?: Theme[];
  /**
   * Money set aside for people, technology and processes, by period and goal.
   *
   * Items: Money set aside for one purpose.
   */
  investments?: Investment[];
  /**
   * What the whole company promises its customers.
   *
   * Items: Something the customer has been told to expect.
   */
  promises?: ServicePromise[];
  /**
   * How much hierarchy, complexity and waiting this company accepts; rules use these figures.
   */
  limits?: CompanyLimits;
}
/**
 * One goal of the company.
 */
export interface Goal {
  /**
   * Stable name of this goal, in kebab-case; others refer to it as `#loyalty`.
   */
  id: Id;
  /**
   * What people call this goal.
   */
  name: Line;
  /**
   * The area that the goal belongs to.
   */
  area:
    | 'relationship'
    | 'efficiency'
    | 'cost'
    | 'quality'
    | 'brand'
    | 'innovation'
    | 'people'
    | 'growth'
    | 'safety'
    | 'compliance'
    | 'digital'
    | 'sustainability'
    | 'other';
  /**
   * The metrics that show whether the goal is reached.
   */
  metrics?: string[];
  /**
   * The company strategy that this goal carries out.
   */
  strategy?: Text;
  /**
   * The role that answers for the goal, if not the owner of the company entry.
   */
  owner?: string;
  /**
   * The day by which the goal is to be reached.
   */
  due?: Day;
}
/**
 * One principle of service.
 */
export interface Principle {
  /**
   * Stable name of this principle, in kebab-case; others refer to it as `#own-it`.
   */
  id: Id;
  /**
   * What people call this principle.
   */
  name: Line;
  /**
   * What the principle asks of each employee.
   */
  statement?: Text;
}
/**
 * One direction of development.
 */
export interface Theme {
  /**
   * Stable name of this theme, in kebab-case; others refer to it as `#digital`.
   */
  id?: Id;
  /**
   * What people call this theme.
   */
  name: Line;
  /**
   * What the company means by it.
   */
  statement?: Text;
  /**
   * The entries that carry out this theme.
   */
  links?: string[];
}
/**
 * Money set aside for one purpose.
 */
export interface Investment {
  /**
   * What the money is for.
   */
  area: 'people' | 'technology' | 'process' | 'space' | 'brand' | 'research' | 'other';
  /**
   * The amount for the whole period.
   */
  amount: Money;
  /**
   * The period that the amount covers.
   */
  period: Period;
  /**
   * The goal that the money serves.
   */
  goal?: string;
  /**
   * What is bought with it.
   */
  note?: Text;
}
/**
 * Limits that the rules use.
 */
export interface CompanyLimits {
  /**
   * The most layers from the frontline to the top.
   */
  layers?: number;
  /**
   * The most steps that a decision may climb.
   */
  escalation?: number;
  /**
   * How old evidence of customer needs may be.
   */
  needAge?: Duration;
  /**
   * The least share of customer metrics in an appraisal.
   */
  customerWeight?: Ratio;
  /**
   * The largest share of steps that add nothing for the customer.
   */
  noValueShare?: Ratio;
  /**
   * The largest share of waiting in the time of a process.
   */
  waitShare?: Ratio;
  /**
   * The most steps that a customer has to perform in one process.
   */
  customerSteps?: number;
  /**
   * The largest share of feedback loops that may use the same method.
   */
  methodShare?: Ratio;
  /**
   * How many periods running a metric may miss its target without an improvement.
   */
  missedPeriods?: number;
  /**
   * The most steps, handoffs, approvals and tools, by complexity of the service.
   */
  complexity?: {
    /**
     * Limits for services of low complexity.
     */
    low?: ClassLimits;
    /**
     * Limits for services of medium complexity.
     */
    medium?: ClassLimits;
    /**
     * Limits for services of high complexity.
     */
    high?: ClassLimits;
  };
}
/**
 * Limits for one class of complexity.
 */
export interface ClassLimits {
  /**
   * The most steps in a process.
   */
  steps?: number;
  /**
   * The most handoffs between roles.
   */
  handoffs?: number;
  /**
   * The most approvals.
   */
  approvals?: number;
  /**
   * The most different tools.
   */
  tools?: number;
}
/**
 * What may be decided by whom, up to which limit, and who decides above it.
 */
export interface DecisionRight {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * What is decided.
   */
  subject: Text;
  /**
   * Who may decide how much, from the frontline up.
   *
   * Items: What one role may decide.
   */
  grants: Grant[];
  /**
   * The services in which it applies; all unless given.
   */
  services?: string[];
  /**
   * The units in which it applies; all unless given.
   */
  units?: string[];
  /**
   * Roles that are told of each decision.
   */
  notify?: string[];
  /**
   * The tool in which decisions are recorded.
   */
  record?: string;
  /**
   * The metric that shows how the right is used.
   */
  usage?: string;
  /**
   * Whether a second person must confirm each decision.
   */
  fourEyes?: boolean;
  /**
   * For a trial: when it ends and how success is judged.
   */
  pilot?: Pilot;
}
/**
 * What one role may decide.
 */
export interface Grant {
  /**
   * The role that may decide.
   */
  role: string;
  /**
   * The most that the role may decide: an amount, or `none`.
   */
  limit?: Limit;
  /**
   * Where no number fits: what must be the case.
   */
  condition?: Text;
  /**
   * What the limit counts for.
   */
  per?:
    | 'case'
    | 'guest'
    | 'customer'
    | 'patient'
    | 'table'
    | 'call'
    | 'stay'
    | 'order'
    | 'visit'
    | 'transaction'
    | 'account'
    | 'contract'
    | 'item'
    | 'shift'
    | 'day'
    | 'week'
    | 'month'
    | 'year';
  /**
   * The role that decides above the limit.
   */
  escalate?: string;
  /**
   * The time in which that role answers.
   */
  within?: Duration;
}
/**
 * Findings that may stay for a while, each with a reason, a signature and an end: exceptions.yaml.
 */
export interface Exceptions {
  /**
   * The exceptions.
   *
   * Items: Lets the findings of one rule on one entry pass for a while.
   */
  exceptions: Exception[];
}
/**
 * Lets the findings of one rule on one entry pass for a while.
 */
export interface Exception {
  /**
   * The rule whose findings may stay.
   */
  rule: string;
  /**
   * The entry, or a part of one, that it is about.
   */
  entity: string;
  /**
   * Why the finding may stay until then.
   */
  reason: Text;
  /**
   * The role that asks for the exception and sees to its end.
   */
  owner: string;
  /**
   * The role that approved it: the owner of the entry, or a role above the exception's owner.
   */
  approvedBy: string;
  /**
   * The last day on which it holds.
   */
  until: Day;
}
/**
 * How customers are heard, who acts, what improves, and that they are answered.
 */
export interface FeedbackLoop {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * How feedback is gathered.
   */
  method:
    | 'survey'
    | 'complaint'
    | 'ticket'
    | 'community'
    | 'review'
    | 'social-listening'
    | 'hotline'
    | 'follow-up'
    | 'suggestion-box'
    | 'mystery-shopper'
    | 'focus-group'
    | 'interview'
    | 'observation'
    | 'advisory-board'
    | 'co-creation'
    | 'analytics'
    | 'employee'
    | 'other';
  /**
   * Online, offline or both, where the method leaves it open.
   */
  channel?: 'online' | 'offline' | 'both';
  /**
   * The touchpoints about which customers are heard.
   */
  touchpoints: string[];
  /**
   * The role that takes feedback in.
   */
  collect?: string;
  /**
   * How often feedback is sought, where it does not come by itself.
   */
  every?: Duration;
  /**
   * The time in which the customer hears that it has arrived.
   */
  ack?: Duration;
  /**
   * The time in which it is settled.
   */
  resolve?: Duration;
  /**
   * Who looks for patterns, and how often.
   */
  analyse?: {
    /**
     * The role that analyses.
     */
    by?: string;
    /**
     * How often.
     */
    every?: Duration;
  };
  /**
   * The role that sees that something is done.
   */
  act?: string;
  /**
   * The role that takes over when time runs out.
   */
  escalate?: string;
  /**
   * What is changed because of it: processes, standards, training and more.
   */
  improves?: string[];
  /**
   * Whether the customer is told what came of it.
   */
  reply?: boolean;
  /**
   * Roles that hear of it, frontline roles among them.
   */
  informs?: string[];
  /**
   * The stages of complaint handling after ISO 10002 that this loop covers.
   */
  stages?: (
    | 'receipt'
    | 'tracking'
    | 'acknowledgement'
    | 'assessment'
    | 'investigation'
    | 'response'
    | 'decision'
    | 'closing'
  )[];
  /**
   * The guide or SOP with the words to use.
   */
  script?: string;
  /**
   * The decision right by which it is settled.
   */
  decision?: string;
  /**
   * Metrics of the loop.
   */
  metrics?: string[];
}
/**
 * Terms of the company: which word to use, which to avoid, and which find the same.
 */
export interface Glossary {
  /**
   * The role that answers for the glossary.
   */
  owner?: string;
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The terms.
   *
   * Items: One term.
   */
  terms: GlossaryTerm[];
}
/**
 * One term.
 */
export interface GlossaryTerm {
  /**
   * Stable name of this term, in kebab-case; others refer to it as `#guest`.
   */
  id?: Id;
  /**
   * The term, in each language.
   */
  term: Line;
  /**
   * What it means here.
   */
  definition?: Text;
  /**
   * Words not to use for it.
   */
  avoid?: Words;
  /**
   * The word to use instead, if not the term itself.
   */
  use?: Line;
  /**
   * Expressions in which an avoided word is right.
   */
  except?: Words;
  /**
   * Why this word.
   */
  reason?: Text;
  /**
   * Words that find the same when searching.
   */
  aliases?: Words;
}
/**
 * Front matter of a policy, script, case, culture page or guide.
 */
export interface Guide {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * What sort of document this is.
   */
  type: 'policy' | 'script' | 'case' | 'culture' | 'guide' | 'faq' | 'emergency' | 'other';
  /**
   * The roles that need it; `all` for everybody.
   */
  roles?: string[];
  /**
   * The dimension of service management that it belongs to.
   */
  dimension?: 'strategy' | 'people' | 'process' | 'customer' | 'technology' | 'culture';
  /**
   * The standards that it explains.
   */
  standards?: string[];
  /**
   * Words that people would search for, in each language.
   */
  keywords?: Words;
}
/**
 * A change for the better, from its trigger to the checked result.
 */
export interface Improvement {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * What showed that it is needed.
   */
  trigger: string;
  /**
   * The metric that is to get better.
   */
  metric?: string;
  /**
   * The value at the start.
   */
  baseline?: Measure;
  /**
   * The value that is wanted.
   */
  target?: Comparison;
  /**
   * The day by which it is reached.
   */
  due?: Day;
  /**
   * Where it stands: plan, do, check, act, or closed.
   */
  phase?: 'plan' | 'do' | 'check' | 'act' | 'closed';
  /**
   * Which of the five gaps: 1 knowledge, 2 standards, 3 delivery, 4 communication, 5 customer.
   */
  gap?: number;
  /**
   * For gap 5: which of the gaps 1 to 4 cause it.
   */
  causes?: number[];
  /**
   * How it is brought about.
   */
  method?:
    | 'reengineer'
    | 'lean'
    | 'technology'
    | 'standardise'
    | 'training'
    | 'staffing'
    | 'empowerment'
    | 'design'
    | 'other';
  /**
   * Correction, prevention, improvement or innovation.
   */
  type?: 'corrective' | 'preventive' | 'improvement' | 'innovation';
  /**
   * The data behind the decision.
   */
  evidence?: Text;
  /**
   * What will be done.
   *
   * Items: Text in the default language, or one text per language.
   */
  plan?: Text[];
  /**
   * The value that was reached.
   */
  result?: Measure;
  /**
   * The day on which the result was checked.
   */
  checked?: Day;
  /**
   * What was learned.
   */
  lesson?: Text;
  /**
   * What was or will be changed.
   */
  changes?: string[];
}
/**
 * What is appraised, recognised or shared, for whom and by which measure.
 */
export interface Incentive {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * What sort of incentive this is.
   */
  type: 'appraisal' | 'recognition' | 'profit-share' | 'bonus' | 'promotion' | 'care' | 'other';
  /**
   * The roles that it is for; `all` for everybody.
   */
  roles: string[];
  /**
   * The metrics that decide it.
   */
  metrics?: string[];
  /**
   * Weight of each metric in per cent; together 100.
   */
  weights?: {
    [k: string]: number;
  };
  /**
   * How often it is given.
   */
  every?: Duration;
  /**
   * What one must have done to receive it.
   */
  criteria?: Text;
  /**
   * What is received.
   */
  award?: Text;
  /**
   * The money set aside for it.
   */
  budget?: Money;
}
/**
 * Which standards are checked, how, how often, by whom, and what follows from a failure.
 */
export interface Inspection {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * The standards that are checked.
   */
  checks: string[];
  /**
   * How it is checked.
   */
  method?:
    | 'walk-through'
    | 'spot-check'
    | 'self-check'
    | 'peer-check'
    | 'mystery-shopper'
    | 'records'
    | 'recordings'
    | 'test'
    | 'audit'
    | 'other';
  /**
   * How often it is checked.
   */
  every?: Duration;
  /**
   * The role that checks; not the one that does the work.
   */
  by?: string;
  /**
   * The units that are inspected; all unless given.
   */
  units?: string[];
  /**
   * How much is looked at.
   */
  sample?: Text;
  /**
   * What happens when something fails, and how soon.
   */
  onFail?: {
    /**
     * What is done.
     */
    act?: Text;
    /**
     * The time in which it is done.
     */
    within?: Duration;
    /**
     * The role that does it.
     */
    by?: string;
    /**
     * The improvement that repeated failure leads to.
     */
    improvement?: string;
  };
  /**
   * The list that the inspector ticks off.
   *
   * Items: One item of the list.
   */
  items?: InspectionItem[];
  /**
   * How the result is scored.
   */
  score?: {
    /**
     * The highest score.
     */
    max: number;
    /**
     * The lowest score that passes.
     */
    pass: number;
  };
  /**
   * What inspections found, newest first.
   *
   * Items: The result of one inspection.
   */
  results?: InspectionResult[];
}
/**
 * One item of the list.
 */
export interface InspectionItem {
  /**
   * Stable name of this item, in kebab-case; others refer to it as `#bathroom-dry`.
   */
  id: Id;
  /**
   * What must be so, as a statement that is true or false.
   */
  text: Text;
  /**
   * The standard that it belongs to.
   */
  standard?: string;
  /**
   * What it counts for in the score.
   */
  points?: number;
}
/**
 * The result of one inspection.
 */
export interface InspectionResult {
  /**
   * The day of the inspection.
   */
  date: Day;
  /**
   * The unit that was inspected.
   */
  unit?: string;
  /**
   * The score that was reached.
   */
  score?: number;
  /**
   * What failed and what follows from it.
   *
   * Items: One failed item.
   */
  failures?: InspectionFailure[];
}
/**
 * One failed item.
 */
export interface InspectionFailure {
  /**
   * The item that failed.
   */
  item?: string;
  /**
   * The standard that was not met.
   */
  standard?: string;
  /**
   * What was found.
   */
  note?: Text;
  /**
   * Which of the five gaps: 1 knowledge, 2 standards, 3 delivery, 4 communication, 5 customer.
   */
  gap?: number;
  /**
   * What is done about it.
   */
  act?: Text;
  /**
   * The day by which it is done.
   */
  due?: Day;
  /**
   * The day on which it was done.
   */
  closed?: Day;
  /**
   * The improvement that it led to.
   */
  improvement?: string;
}
/**
 * Something that is measured: how, from what, how often, and which value is wanted.
 */
export interface Metric {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * A well-known metric; it fills in formula, unit, range and direction.
   */
  preset?: 'nps' | 'csat' | 'ces' | 'fcr' | 'aht' | 'asa' | 'service-level' | 'abandon-rate';
  /**
   * How the value is computed, in words or symbols.
   */
  formula?: Text;
  /**
   * The unit of the value.
   */
  unit?: string;
  /**
   * Whether higher or lower is better.
   */
  direction?: 'higher' | 'lower';
  /**
   * The lowest and the highest possible value.
   */
  range?: number[];
  /**
   * Where the figures come from.
   */
  source?: Text;
  /**
   * How often it is measured.
   */
  every?: Duration;
  /**
   * The value that is wanted.
   */
  target?: Comparison;
  /**
   * The period over which the target is judged, if not one measuring period.
   */
  window?: Duration;
  /**
   * The breakdowns in which it is reported.
   */
  by?: (
    | 'unit'
    | 'role'
    | 'segment'
    | 'service'
    | 'process'
    | 'touchpoint'
    | 'channel'
    | 'shift'
    | 'weekday'
    | 'product'
  )[];
  /**
   * How far the best and the worst may lie apart.
   */
  spread?: Comparison;
  /**
   * What sort of result it shows.
   */
  kind?: 'efficiency' | 'quality' | 'customer' | 'employee' | 'cost';
  /**
   * Which customer outcome it shows.
   */
  outcome?: 'satisfaction' | 'loyalty' | 'effort' | 'resolution' | 'waiting' | 'trust' | 'safety' | 'other';
  /**
   * Expectation, perception or performance; for gap analysis.
   */
  measures?: 'expectation' | 'perception' | 'performance';
  /**
   * The metric to compare with: expectation with perception.
   */
  pairedWith?: string;
  /**
   * The question that customers answer, word for word.
   */
  question?: Text;
}
/**
 * The steps by which a service reaches its goal, for customer, frontstage, backstage and support.
 */
export interface Process {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * The service that this process belongs to.
   */
  service: string;
  /**
   * The goal of the company that this process serves.
   */
  goal: string;
  /**
   * What sets the process off.
   */
  trigger?: Text;
  /**
   * What the customer has at the end.
   */
  outcome?: Text;
  /**
   * The time that the whole process may take.
   */
  within?: Duration;
  /**
   * Where the process differs from its service.
   */
  complexity?: 'low' | 'medium' | 'high';
  /**
   * Metrics of the whole process: efficiency as well as quality.
   */
  metrics?: string[];
  /**
   * Feedback loops that listen to customers of this process.
   */
  feedback?: string[];
  /**
   * The steps. The first one listed is the start; `next` says how they follow.
   *
   * Items: One step of a process.
   */
  steps: Step[];
  /**
   * For a trial: when it ends and how success is judged.
   */
  pilot?: Pilot;
}
/**
 * One step of a process.
 */
export interface Step {
  /**
   * Stable name of this step, in kebab-case; others refer to it as `#verify-id`.
   */
  id: Id;
  /**
   * What people call this step.
   */
  name?: Line;
  /**
   * The lane of the service blueprint.
   */
  lane: 'evidence' | 'customer' | 'frontstage' | 'backstage' | 'support';
  /**
   * The one role that answers for the step; none where the customer acts.
   */
  role?: string | string[];
  /**
   * Other roles that take part, and how.
   *
   * Items: A role that takes part in a step.
   */
  with?: Participant[];
  /**
   * What is done, in a few words; longer instructions go into an SOP.
   */
  do?: Text;
  /**
   * The SOP that describes the step.
   */
  sop?: string;
  /**
   * The process that the step consists of.
   */
  process?: string;
  /**
   * One step; or a list of branches of which one is taken; or `{all: […]}` for steps that run side by side; or `end`.
   */
  next?:
    | string
    | Branch[]
    | {
        /**
         * Steps that run side by side until a step with `join: all`.
         */
        all: string[];
      };
  /**
   * `all` waits for every parallel step that leads here.
   */
  join?: 'all';
  /**
   * How often the step may come round again, when the process loops.
   */
  maxRepeats?: number;
  /**
   * The stage of the service.
   */
  stage?: 'contact' | 'confirm' | 'deliver' | 'feedback';
  /**
   * Where the customer meets the step.
   */
  touchpoint?: string;
  /**
   * The standard that the step must meet, or several.
   */
  standard?: string | string[];
  /**
   * The metric of the step, or several.
   */
  metric?: string | string[];
  /**
   * The decision right that is used here.
   */
  decision?: string;
  /**
   * Whether the step is an approval.
   */
  approval?: boolean;
  /**
   * The tool that is used, or several.
   */
  tool?: string | string[];
  /**
   * Stored data of the customer that the step uses.
   */
  recalls?: string[];
  /**
   * Who or what performs it.
   */
  mode?: 'manual' | 'assisted' | 'automatic' | 'self-service' | 'ai';
  /**
   * Who takes over from the machine, when, and for whom.
   */
  fallback?: {
    /**
     * The role that takes over.
     */
    role?: string;
    /**
     * What makes the role take over.
     */
    trigger?: Text;
    /**
     * The customers it is meant for above all.
     */
    segment?: string;
    /**
     * How soon the role takes over.
     */
    within?: Duration;
  };
  /**
   * What passes to whom when the next step is another role’s.
   */
  handoff?: {
    /**
     * The role that receives it, or several.
     */
    to?: string | string[];
    /**
     * What is passed on.
     */
    what?: Text;
    /**
     * The time in which it is passed on.
     */
    within?: Duration;
  };
  /**
   * What the step is worth: to the customer, required by law or control, or nothing.
   */
  value?: 'customer' | 'required' | 'none';
  /**
   * Working time of the step.
   */
  time?: Duration;
  /**
   * Waiting before the step begins, as it usually is.
   */
  wait?: Duration;
  /**
   * The longest wait that is accepted.
   */
  waitLimit?: Duration;
  /**
   * The promise that is kept or broken here.
   */
  promise?: string;
  /**
   * What the customer sees, hears or holds.
   */
  evidence?: Text;
  /**
   * Whether an error here harms safety, money or trust; a critical step needs an SOP.
   */
  critical?: boolean;
}
/**
 * One of several ways on.
 */
export interface Branch {
  /**
   * The step that follows, or `end`.
   */
  to: string;
  /**
   * When this branch is taken.
   */
  when?: Text;
  /**
   * Taken when no other branch is.
   */
  otherwise?: true;
  /**
   * Whether this branch is for the case that something went wrong.
   */
  recovery?: boolean;
}
/**
 * A role that takes part in a step.
 */
export interface Participant {
  /**
   * The role that takes part.
   */
  role: string;
  /**
   * How it takes part.
   */
  as?: 'responsible' | 'consulted' | 'informed' | 'driver' | 'approver' | 'contributor';
}
/**
 * A post that people hold: what it commits to, to whom it reports, what it must be able to do.
 */
export interface Role {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * The unit that holds this role.
   */
  unit: string;
  /**
   * One line: what customers may expect of whoever holds this role.
   */
  commitment: Text;
  /**
   * The role above.
   */
  reportsTo?: string;
  /**
   * The role that stands in.
   */
  deputy?: string;
  /**
   * Whether this role is in direct contact with customers.
   */
  frontline?: boolean;
  /**
   * The level of responsibility.
   */
  level?: 'staff' | 'supervisor' | 'manager' | 'executive' | 'board';
  /**
   * What this role does, in a few lines.
   *
   * Items: Text in the default language, or one text per language.
   */
  duties?: Text[];
  /**
   * Skills that the role needs; some training must teach each of them under the same name.
   */
  skills?: string[];
  /**
   * Certificates that the role needs; some training must give each of them under the same name.
   */
  certificates?: string[];
  /**
   * Observable acts by which the role sets an example, and how often.
   *
   * Items: One observable act.
   */
  behaviours?: Behaviour[];
  /**
   * How candidates are chosen.
   */
  hiring?: {
    /**
     * How the attitude to service is assessed.
     */
    assessment?: Text;
    /**
     * The role that assesses.
     */
    by?: string;
  };
}
/**
 * One observable act.
 */
export interface Behaviour {
  /**
   * What the role does, so that others can see it.
   */
  act: Text;
  /**
   * How often.
   */
  every?: Duration;
}
/**
 * A group of customers and what is done for it.
 */
export interface Segment {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * The type of segment.
   */
  type?:
    | 'high-value'
    | 'potential'
    | 'at-risk'
    | 'new'
    | 'regular'
    | 'lost'
    | 'special-needs'
    | 'business'
    | 'other';
  /**
   * Who belongs to it, in words; not needed when scores are given.
   */
  criteria?: Text;
  /**
   * Ranges of the scores for recency, frequency and monetary value.
   */
  rfm?: {
    /**
     * Lowest and highest score of recency, both included.
     */
    r: number[];
    /**
     * Lowest and highest score of frequency, both included.
     */
    f: number[];
    /**
     * Lowest and highest score of monetary value, both included.
     */
    m: number[];
    /**
     * Into how many classes each score is divided; 5 unless given.
     */
    scale?: number;
  };
  /**
   * What is done for this segment, by whom and when.
   */
  strategy?: {
    /**
     * The role that looks after the segment.
     */
    owner?: string;
    /**
     * What these customers receive.
     *
     * Items: Text in the default language, or one text per language.
     */
    benefits?: Text[];
    /**
     * The process that carries out the strategy.
     */
    process?: string;
    /**
     * What sets it off.
     */
    trigger?: Text;
    /**
     * The order of service; 1 comes first.
     */
    priority?: number;
  };
  /**
   * Metrics of this segment, cost to serve among them.
   */
  metrics?: string[];
  /**
   * Services meant for this segment.
   */
  services?: string[];
}
/**
 * Something that the company does for its customers, with its touchpoints, needs and promises.
 */
export interface Service {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * The goal of the company that this service serves.
   */
  goal: string;
  /**
   * Basic service, or an extra that adds value.
   */
  nature: 'basic' | 'value-added';
  /**
   * For individuals, for businesses, for both or for colleagues.
   */
  customer: 'individual' | 'business' | 'both' | 'internal';
  /**
   * Traditional, digital or both.
   */
  mode: 'traditional' | 'digital' | 'hybrid';
  /**
   * Core service, after-sales or support.
   */
  type?: 'core' | 'after-sales' | 'support';
  /**
   * How complex it may be; limits for its processes follow.
   */
  complexity?: 'low' | 'medium' | 'high';
  /**
   * Every point where the customer meets the company.
   *
   * Items: One point of contact.
   */
  touchpoints: Touchpoint[];
  /**
   * What customers need, how that is known and since when.
   *
   * Items: One need of customers and its evidence.
   */
  needs?: Need[];
  /**
   * What customers of this service are promised.
   *
   * Items: Something the customer has been told to expect.
   */
  promises?: ServicePromise[];
  /**
   * Segments that this service is meant for.
   */
  segments?: string[];
  /**
   * Metrics of the service as a whole.
   */
  metrics?: string[];
  /**
   * How the service is fitted to the person.
   */
  personalise?: Text;
  /**
   * What sets this service apart.
   */
  signature?: Text;
  /**
   * Where this service differs from the positioning of the company.
   */
  positioning?: 'cost' | 'differentiation' | 'focus';
  /**
   * What it costs to provide, if need be per case.
   */
  cost?: Money;
  /**
   * When it is available.
   */
  hours?: Line;
  /**
   * For a trial: when it ends and how success is judged.
   */
  pilot?: Pilot;
}
/**
 * One point of contact.
 */
export interface Touchpoint {
  /**
   * Stable name of this touchpoint, in kebab-case; others refer to it as `#front-desk`.
   */
  id: Id;
  /**
   * What people call this touchpoint.
   */
  name: Line;
  /**
   * How the contact takes place.
   */
  channel?:
    | 'in-person'
    | 'phone'
    | 'chat'
    | 'email'
    | 'app'
    | 'mini-program'
    | 'web'
    | 'social'
    | 'message'
    | 'kiosk'
    | 'post'
    | 'place'
    | 'product'
    | 'platform'
    | 'other';
  /**
   * Before, during or after the service itself.
   */
  moment?: 'before' | 'during' | 'after';
  /**
   * What happens there.
   */
  description?: Text;
}
/**
 * One need of customers and its evidence.
 */
export interface Need {
  /**
   * Stable name of this need, in kebab-case; others refer to it as `#quick-arrival`.
   */
  id?: Id;
  /**
   * The need, in the words of customers.
   */
  text: Text;
  /**
   * How it is known.
   */
  source?: Text;
  /**
   * When the evidence was collected.
   */
  date?: Day;
  /**
   * The process that meets the need.
   */
  process?: string;
  /**
   * Whose need it is.
   */
  segment?: string;
}
/**
 * Settings of a handbook: loopbook.yaml.
 */
export interface Settings {
  /**
   * The title of the handbook.
   */
  title: Line;
  /**
   * One or two sentences about the handbook.
   */
  description?: Text;
  /**
   * The languages of the handbook; the first is the default.
   *
   * Items: A BCP 47 language tag.
   */
  locales: Locale[];
  /**
   * The language in which findings are written.
   */
  language?: 'en' | 'zh-CN';
  /**
   * The IANA time zone in which days begin and end.
   */
  timezone?: string;
  /**
   * A pinned date for demonstrations; leave it out in real use.
   */
  today?: Day;
  /**
   * The set of rules to begin with.
   */
  preset?: 'starter' | 'recommended' | 'strict';
  /**
   * Severity and options of single rules.
   */
  rules?: {
    /**
     * A severity, a severity with options, or options with or without a severity.
     */
    [k: string]:
      | 'off'
      | 'info'
      | 'warning'
      | 'error'
      | [
          'off' | 'info' | 'warning' | 'error',
          {
            [k: string]: unknown;
          }
        ]
      | {
          /**
           * How serious a finding of the rule is.
           */
          severity?: 'off' | 'info' | 'warning' | 'error';
          [k: string]: unknown;
        };
  };
  /**
   * Other severities for some files.
   *
   * Items: Other severities for some files.
   */
  overrides?: SettingsOverride[];
  /**
   * Files that are not part of the handbook, as globs.
   */
  ignore?: string[];
  /**
   * How large files may be, and how long findings may be hidden.
   */
  limits?: {
    /**
     * Bytes in one file.
     */
    maxFileSize?: number;
    /**
     * How many days ahead a suppression comment or an exception may end.
     */
    maxSuppressionDays?: number;
  };
  /**
   * The published handbook.
   */
  site?: {
    /**
     * Where the site is published.
     */
    url?: string;
    /**
     * The path below the address.
     */
    base?: string;
  };
  /**
   * Where the source lies.
   */
  repository?: {
    /**
     * The address of the repository.
     */
    url?: string;
    /**
     * The branch that is published.
     */
    branch?: string;
    /**
     * The folder of the handbook in the repository.
     */
    folder?: string;
    /**
     * Pattern of the address for editing; `{branch}` and `{path}` are filled in.
     */
    edit?: string;
    /**
     * Pattern of the address of a file’s history.
     */
    history?: string;
    /**
     * Pattern of the address of a file at one commit; `{commit}` and `{path}` are filled in. Without it the address is that of GitHub: blob/{commit}/{path} below the repository's.
     */
    permalink?: string;
  };
  /**
   * Where readers report what is wrong or missing.
   */
  feedback?: {
    /**
     * A form or issue page; `{page}`, `{version}` and `{role}` are filled in.
     */
    url?: string;
    /**
     * A mail address.
     */
    email?: string;
    /**
     * The loop of this handbook that handles it.
     */
    loop?: string;
  };
  /**
   * Further units that metrics may use, with their names.
   */
  units?: {
    /**
     * One short line in the default language, or one line per language.
     */
    [k: string]: Line;
  };
  /**
   * Further rules of the company, without code.
   *
   * Items: One rule of the company.
   */
  customRules?: CustomRule[];
  /**
   * Who on the Git server stands for which role when a change needs approval.
   */
  approvals?: {
    /**
     * The accounts or teams that stand for each role.
     */
    roles?: {
      /**
       * Accounts or teams on the Git server.
       */
      [k: string]: Handles;
    };
    /**
     * Who owns the files of roles that have no account of their own.
     */
    others?: Handles;
  };
}
/**
 * Other severities for some files.
 */
export interface SettingsOverride {
  /**
   * Globs, relative to the handbook.
   */
  files: string[];
  /**
   * Severity and options for these files.
   */
  rules: {
    /**
     * A severity, a severity with options, or options with or without a severity.
     */
    [k: string]:
      | 'off'
      | 'info'
      | 'warning'
      | 'error'
      | [
          'off' | 'info' | 'warning' | 'error',
          {
            [k: string]: unknown;
          }
        ]
      | {
          /**
           * How serious a finding of the rule is.
           */
          severity?: 'off' | 'info' | 'warning' | 'error';
          [k: string]: unknown;
        };
  };
}
/**
 * One rule of the company.
 */
export interface CustomRule {
  /**
   * The name of the rule; findings show it as `company/<id>`.
   */
  id: Id;
  /**
   * What the rule looks at.
   */
  given: {
    /**
     * The kind of entry, or several.
     */
    kind:
      | string
      | (
          | 'company'
          | 'unit'
          | 'role'
          | 'segment'
          | 'service'
          | 'process'
          | 'standard'
          | 'sop'
          | 'guide'
          | 'metric'
          | 'decision-right'
          | 'feedback-loop'
          | 'training'
          | 'incentive'
          | 'inspection'
          | 'tool'
          | 'improvement'
        )[];
    /**
     * The path of the field; `*` stands for each item of a list.
     */
    field: string;
    /**
     * Only entries in which these fields have these values.
     */
    where?: {
      [k: string]: string | number | boolean;
    };
  };
  /**
   * What the field must satisfy; all that are given.
   */
  must: {
    /**
     * Whether the field must be there, or must not.
     */
    present?: boolean;
    /**
     * The value it must have.
     */
    equal?: string | number | boolean;
    /**
     * The values of which it must be one.
     */
    oneOf?: (string | number | boolean)[];
    /**
     * A regular expression that it must match.
     */
    match?: string;
    /**
     * A regular expression that it must not match.
     */
    notMatch?: string;
    /**
     * The least number, or the least number of items.
     */
    atLeast?: number;
    /**
     * The largest number, or the most items.
     */
    atMost?: number;
    /**
     * The kind that it must refer to, or several.
     */
    reference?: string | string[];
  };
  /**
   * What is wrong and what to do.
   */
  message: Text;
  /**
   * How serious a finding is.
   */
  severity?: 'info' | 'warning' | 'error';
  /**
   * Why the rule exists.
   */
  why?: Text;
}
/**
 * Front matter of a standard operating procedure; the body says why, for whom, the steps, exceptions and records.
 */
export interface Sop {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * The roles that work by it.
   */
  roles: string[];
  /**
   * The process that it belongs to.
   */
  process: string;
  /**
   * The standards that it carries out.
   */
  standards?: string[];
  /**
   * The decision rights that it uses.
   */
  decisions?: string[];
  /**
   * The tools that it needs.
   */
  tools?: string[];
  /**
   * Words that people would search for, in each language.
   */
  keywords?: Words;
}
/**
 * A requirement on the service: how binding, for whom, measured how.
 */
export interface Standard {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * Shall binds without exception, should recommends, may permits.
   */
  level: 'shall' | 'should' | 'may';
  /**
   * The requirement in one sentence: who does what, seen or counted how. Numbers stand in the target.
   */
  statement: Text;
  /**
   * The services, roles, units, processes, steps or touchpoints that it binds.
   */
  appliesTo: string[];
  /**
   * The metric of the target.
   */
  metric?: string;
  /**
   * The value that the metric must reach.
   */
  target?: Comparison;
  /**
   * What may vary, who decides it and within which bounds.
   */
  flex?: {
    /**
     * What may be done differently.
     */
    may?: Text;
    /**
     * The role that decides, or several.
     */
    by?: string | string[];
    /**
     * What stays fixed.
     */
    bounds?: Text;
    /**
     * How far the target may move.
     */
    limit?: Comparison;
  };
  /**
   * The SERVQUAL dimension.
   */
  rater?: 'reliability' | 'assurance' | 'tangibles' | 'empathy' | 'responsiveness';
  /**
   * The part of the service that it governs.
   */
  stage?: 'reception' | 'delivery' | 'problem' | 'feedback';
  /**
   * Basic service or excellence; individual and surprising are the finer grades.
   */
  grade?: 'basic' | 'excellent' | 'individual' | 'surprising';
  /**
   * Where it is met.
   */
  touchpoint?: string;
  /**
   * The principle of the company behind it.
   */
  principle?: string;
  /**
   * How anyone can see that it is met.
   */
  verify?: Text;
  /**
   * The sub-system of GB/T 24421 that it belongs to.
   */
  system?:
    | 'general-basic'
    | 'provision-service'
    | 'provision-operation'
    | 'provision-evaluation'
    | 'support-environment'
    | 'support-safety'
    | 'support-health'
    | 'support-information'
    | 'support-finance'
    | 'support-facilities'
    | 'support-people'
    | 'support-legal';
  /**
   * For a trial: when it ends and how success is judged.
   */
  pilot?: Pilot;
}
/**
 * A system, device or form: what it is for, what it improves, what it keeps.
 */
export interface Tool {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * What sort of tool this is.
   */
  type:
    | 'crm'
    | 'ai'
    | 'kiosk'
    | 'core'
    | 'pos'
    | 'booking'
    | 'queue'
    | 'telephony'
    | 'ticketing'
    | 'messaging'
    | 'app'
    | 'website'
    | 'knowledge'
    | 'analytics'
    | 'survey'
    | 'payment'
    | 'scheduling'
    | 'logistics'
    | 'equipment'
    | 'form'
    | 'other';
  /**
   * What it is for.
   */
  purpose: Text;
  /**
   * Where it opens.
   */
  url?: string;
  /**
   * The metrics that it improves, from where to where.
   *
   * Items: What the tool does to one metric.
   */
  improves?: ToolEffect[];
  /**
   * Whose time it frees, and for which work.
   *
   * Items: Whose time is freed for what.
   */
  frees?: FreedTime[];
  /**
   * Personal data that it keeps, why, with which consent and how long.
   *
   * Items: One piece of personal data.
   */
  stores?: StoredData[];
  /**
   * The stages of the customer life cycle that it covers.
   */
  stages?: ('attract' | 'acquire' | 'onboard' | 'serve' | 'grow' | 'retain' | 'win-back')[];
  /**
   * For a trial: when it ends and how success is judged.
   */
  pilot?: Pilot;
}
/**
 * What the tool does to one metric.
 */
export interface ToolEffect {
  /**
   * The metric that gets better.
   */
  metric?: string;
  /**
   * The value before.
   */
  from?: Measure;
  /**
   * The value after, reached or expected.
   */
  to?: Measure;
}
/**
 * Whose time is freed for what.
 */
export interface FreedTime {
  /**
   * The role whose time is freed.
   */
  role: string;
  /**
   * The work that the time is used for.
   */
  forWork?: Text;
}
/**
 * One piece of personal data.
 */
export interface StoredData {
  /**
   * Stable name of this piece of data, in kebab-case; others refer to it as `#pillow`.
   */
  id?: Id;
  /**
   * What is kept.
   */
  field: Line;
  /**
   * What it is used for.
   */
  purpose?: Text;
  /**
   * On which ground it may be kept.
   */
  consent?: 'opt-in' | 'contract' | 'legal-duty' | 'vital' | 'public' | 'other';
  /**
   * How long it is kept.
   */
  keepFor?: Duration;
}
/**
 * Who is trained in what, how, how often, and how the result is judged.
 */
export interface Training {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * The roles that are trained; `all` for everybody.
   */
  roles: string[];
  /**
   * Awareness, skill or both.
   */
  aims?: ('awareness' | 'skill')[];
  /**
   * The standards, SOPs, decision rights, processes, guides and tools that are taught.
   */
  covers?: string[];
  /**
   * The topics that are taught.
   */
  topics?: (
    | 'product'
    | 'norms'
    | 'etiquette'
    | 'communication'
    | 'complex-cases'
    | 'emotion'
    | 'complaint'
    | 'process'
    | 'system'
    | 'safety'
    | 'emergency'
    | 'hygiene'
    | 'compliance'
    | 'privacy'
    | 'accessibility'
    | 'language'
    | 'sales'
    | 'culture'
    | 'leadership'
    | 'other'
  )[];
  /**
   * The skills that it teaches, named as in the roles.
   */
  skills?: string[];
  /**
   * The parts of the training.
   *
   * Items: Text in the default language, or one text per language.
   */
  modules?: Text[];
  /**
   * For new staff, for senior staff, or for all.
   */
  tier?: 'new' | 'senior' | 'all';
  /**
   * How often it is repeated.
   */
  every?: Duration;
  /**
   * How it is taught.
   */
  method?: ('drill' | 'case' | 'class' | 'on-the-job' | 'online' | 'coaching' | 'workshop' | 'other')[];
  /**
   * How long it takes.
   */
  duration?: Duration;
  /**
   * The Kirkpatrick level up to which the result is judged: 1 reaction, 2 learning, 3 behaviour, 4 results.
   */
  evaluate?: number;
  /**
   * Certificates that it gives, named as in the roles.
   */
  certifies?: string[];
  /**
   * The money set aside for it.
   */
  budget?: Money;
  /**
   * The role that trains.
   */
  trainer?: string;
  /**
   * When it was last given, and on which versions.
   */
  lastDelivered?: {
    /**
     * The day on which it was last given.
     */
    date?: Day;
    /**
     * The version of each document that was taught.
     */
    versions?: {
      [k: string]: string;
    };
  };
}
/**
 * Front matter of a translated document, such as check-in.en.mdx.
 */
export interface Translation {
  /**
   * The name in this language.
   */
  name?: string;
  /**
   * The summary in this language.
   */
  summary?: string;
  /**
   * The hash of the source that was translated; it shows when the translation is out of date.
   */
  sourceHash?: string;
  /**
   * Words that people would search for in this language.
   */
  keywords?: string[];
}
/**
 * A department, store, branch, team or partner.
 */
export interface Unit {
  /**
   * What people call it, in each language of the handbook.
   */
  name: Line;
  /**
   * The role that answers for this entry: exactly one, active, and held in a unit.
   */
  owner: string;
  /**
   * Draft: not yet in force. Pilot: on trial. Active: in force (the default). Retired: no longer in force.
   */
  status?: 'draft' | 'pilot' | 'active' | 'retired';
  /**
   * One or two sentences for lists and search results.
   */
  summary?: Text;
  /**
   * Why this exists: what it does for the customer and for those who do the work.
   */
  why?: Text;
  /**
   * Free labels for filtering.
   */
  tags?: string[];
  /**
   * Clauses of standards or laws that this entry meets.
   */
  satisfies?: string[];
  /**
   * How often the owner looks at this entry again.
   */
  reviewEvery?: Duration;
  /**
   * The day of the last review.
   */
  reviewed?: Day;
  /**
   * The version in force, in quotes. A new first number means that people must be trained again.
   */
  version?: string;
  /**
   * The day from which this version applies.
   */
  effective?: Day;
  /**
   * The role that wrote this version.
   */
  author?: string;
  /**
   * The role that approved this version; not the author.
   */
  approvedBy?: string;
  /**
   * Earlier entries of the same kind that this one replaces.
   */
  supersedes?: string[];
  /**
   * Ids that this entry had before; links and comparisons follow them.
   *
   * Items: A stable name in kebab-case: lower-case letters, digits and hyphens, at most 63 characters.
   */
  aliases?: Id[];
  /**
   * What sort of unit this is.
   */
  type: 'headquarters' | 'region' | 'department' | 'store' | 'team' | 'partner' | 'other';
  /**
   * The unit above; every unit but the root has one.
   */
  parent?: string;
  /**
   * Whether people of this unit are in direct contact with customers.
   */
  frontline?: boolean;
  /**
   * Whom this unit serves, customers or other units, with what and how fast.
   *
   * Items: One internal or external customer of the unit.
   */
  serves?: ServiceRelation[];
  /**
   * What the unit promises to do for good service.
   *
   * Items: Text in the default language, or one text per language.
   */
  commitments?: Text[];
  /**
   * Where this unit differs from a standard of the company, and why.
   *
   * Items: One deviation from a standard.
   */
  deviations?: Deviation[];
  /**
   * How colleagues reach the unit.
   */
  contact?: Line;
}
/**
 * One internal or external customer of the unit.
 */
export interface ServiceRelation {
  /**
   * The unit that is served.
   */
  unit?: string;
  /**
   * `true` for all customers, or one segment.
   */
  customer?: boolean | string;
  /**
   * What is provided.
   */
  what?: Text;
  /**
   * The time in which it is provided.
   */
  within?: Duration;
  /**
   * The metric that shows it.
   */
  metric?: string;
  /**
   * The standard that governs it.
   */
  standard?: string;
}
/**
 * One deviation from a standard.
 */
export interface Deviation {
  /**
   * The standard that is varied.
   */
  standard: string;
  /**
   * The target that applies in this unit.
   */
  value?: Comparison;
  /**
   * What is done differently, in words.
   */
  what?: Text;
  /**
   * Why this unit differs.
   */
  why?: Text;
  /**
   * The day on which the deviation ends.
   */
  until?: Day;
  /**
   * The role that allowed it.
   */
  approvedBy?: string;
}

export type Kind = keyof KindData;
