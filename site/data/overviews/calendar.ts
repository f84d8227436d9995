import { reviewDates } from '../../../linter/index.ts';
import { type Block, type Item, section } from '../blocks.ts';
import { type DueDate, dueDates, undated } from '../dates.ts';
import type { View } from '../view.ts';
import { plain } from '../words.ts';
import type { Overview } from './overview.ts';

/** What is due: overdue first, then month by month. */
export const calendar: Overview = {
  has: (handbook) =>
    !reviewDates(handbook).next().done ||
    handbook.all('training').length > 0 ||
    handbook.all('improvement').length > 0,
  page: (view) => {
    const { t } = view;
    const dates = dueDates(view);
    const overdue = dates.filter((each) => each.overdue);
    const months = Map.groupBy(
      dates.filter((each) => !each.overdue),
      ({ date }) => date.slice(0, 7),
    );
    const open = undated(view);
    const title = t('overview.calendar');
    return {
      ref: { type: 'overview', name: 'calendar' },
      title: { text: title },
      description: t('calendar.lead'),
      crumbs: [{ text: t('home'), href: view.href({ type: 'home' }) }],
      sections: [
        ...section('overdue', t('calendar.overdue'), table(view, t('calendar.overdue'), overdue)),
        ...[...months].flatMap(([month, dates]) => {
          const name = monthName(view, month);
          return section(month, name, table(view, name, dates, dayOf));
        }),
        ...(open.length === 0
          ? []
          : section(
              'undated',
              t('calendar.undated'),
              { type: 'text', quiet: true, line: [plain(t('calendar.undatedWhy'))] },
              { type: 'list', items: open.map((each) => undatedItem(view, each)) },
            )),
        ...section('feed', '', {
          type: 'text',
          quiet: true,
          line: [{ text: t('calendar.feed'), href: `${view.base}${calendarPath(view)}` }],
        }),
      ],
    };
  },
};

/** The file that calendars subscribe to. */
export function calendarPath(view: View): string {
  return `${view.locale === view.defaultLocale ? '' : `${view.locale}/`}calendar.ics`;
}

// helpers

function undatedItem(view: View, { what, entity, by }: ReturnType<typeof undated>[number]): Item {
  const kind = plain(view.t(`calendar.${what}`));
  return {
    line: [view.link(entity)],
    notes: [by ? [kind, plain(view.t('colon')), view.link(by)] : [kind]],
  };
}

function table(
  view: View,
  caption: string,
  dates: readonly DueDate[],
  inWords = (view: View, date: string) => view.date(date) ?? date,
): Block {
  const { t } = view;
  return {
    type: 'table',
    caption,
    head: [t('calendar.day'), t('calendar.what'), t('calendar.entry'), t('calendar.by')],
    rows: dates.map(({ date, what, entity, by }) => [
      { lines: [[plain(inWords(view, date), 'date')]] },
      { lines: [[plain(t(`calendar.${what}`))]] },
      { lines: [[view.link(entity)]] },
      { lines: by ? [[view.link(by)]] : [] },
    ]),
  };
}

/** The year stands in the heading. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayOf({ locale }: View, date: string): string {
  const made = () => new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  // Making one takes as long as a thousand days.
  const format = dayFormats.get(locale) ?? made();
  dayFormats.set(locale, format);
  return format.format(new Date(`${date}T00:00:00Z`));
}

function monthName(view: View, month: string): string {
  const format = new Intl.DateTimeFormat(view.locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
