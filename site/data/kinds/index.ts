import type { Kind } from '../../../linter/index.ts';
import { company } from './company.ts';
import { decisionRight } from './decision-right.ts';
import { feedbackLoop } from './feedback-loop.ts';
import { improvement } from './improvement.ts';
import { incentive } from './incentive.ts';
import { inspection } from './inspection.ts';
import type { KindViewer } from './kind-view.ts';
import { metric } from './metric.ts';
import { process } from './process.ts';
import { role } from './role.ts';
import { segment } from './segment.ts';
import { service } from './service.ts';
import { standard } from './standard.ts';
import { guide, sop } from './texts.ts';
import { tool } from './tool.ts';
import { training } from './training.ts';
import { unit } from './unit.ts';

export const viewers: { [K in Kind]: KindViewer<K> } = {
  company,
  unit,
  role,
  segment,
  service,
  process,
  standard,
  sop,
  guide,
  metric,
  'decision-right': decisionRight,
  'feedback-loop': feedbackLoop,
  training,
  incentive,
  inspection,
  tool,
  improvement,
};
