import type { APIRoute } from 'astro';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { dueDates } from '../data/dates.ts';
import { titleOf } from '../data/home-page.ts';
import { calendar, calendarPath } from '../data/overviews/calendar.ts';
import { pageOf } from '../data/view.ts';
import { viewIn } from '../data/views.ts';
import { openHandbook } from '../handbook.ts';

export function getStaticPaths() {
  const { handbook } = openHandbook();
  if (!calendar.has(handbook)) return [];
  return handbook.locales.map((locale) => ({
    params: { calendar: calendarPath(viewIn(locale)).replace(/\.ics$/, '') },
    props: { locale },
  }));
}

/** Reviews, trainings, inspections and improvements as whole days in iCalendar. */
export const GET: APIRoute = ({ props }) => {
  const view = viewIn((props as { locale: string }).locale);
  const { today } = view.handbook;
  const file = ical({
    name: titleOf(view).text,
    prodId: { company: 'Loopbook', product: 'handbook', language: view.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { what, entity, date, by } of dueDates(view)) {
    const href = view.href(pageOf(entity));
    file.createEvent({
      // The same duty keeps its name, so that a calendar moves it when its day moves.
      id: `${what}-${entity.kind}-${entity.id}@loopbook`,
      // Without a clock of its own the same handbook gives the same file.
      stamp: new Date(`${today}T00:00:00Z`),
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      summary: `${view.t(`calendar.${what}`)}${view.t('colon')}${view.name(entity).text}`,
      ...(by && { description: view.name(by).text }),
      ...(view.site && { url: new URL(href, view.site).href }),
    });
  }
  return new Response(file.toString(), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
