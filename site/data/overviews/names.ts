/**
 * The pages that look across kinds, each with its path below the locale. A path must not be a kind's folder.
 * They stand in menus in this order.
 */
export const paths = {
  authority: 'authority',
  'metric-board': 'metric-board',
  'loop-map': 'loop-map',
  pdca: 'improvement-board',
  gaps: 'gaps',
  strategy: 'strategy',
  scorecard: 'scorecard',
  customers: 'customers',
  'standards-system': 'standards-system',
  'training-matrix': 'training-plan',
  awareness: 'awareness',
  organisation: 'organisation',
  'data-kept': 'data-we-keep',
  calendar: 'calendar',
  changes: 'changes',
  health: 'health',
} as const;

export type OverviewName = keyof typeof paths;

export const overviewNames = Object.keys(paths) as OverviewName[];
