/**
 * The pages that look across kinds, each with its path below the locale. A path must not be a kind's folder.
 * They stand in menus in this order.
 */
export const paths = {
  authority: 'authority',
} as const;

export type OverviewName = keyof typeof paths;

export const overviewNames = Object.keys(paths) as OverviewName[];
