// Reads .ics files with ical.js (Thunderbird's parser) and says what it understood.
//
// icaljs_read.mjs MODULE FILE...  MODULE is the folder of the installed ical.js. Prints one JSON line an event, {"file", "error"} for a
// file that it refuses, and {"file", "read": true} at the end of one that it does not. It takes times by the file's own VTIMEZONE, so that a wrong one shows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [module, ...files] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(join(module, 'dist', 'ical.js')));

const instant = (property, zones) => {
  if (!property) return null;
  const time = property.getFirstValue();
  const tzid = property.getParameter('tzid');
  if (tzid && !zones.has(tzid)) throw new Error(`no VTIMEZONE for ${tzid}`);
  if (tzid) time.zone = zones.get(tzid);
  else if (time.zone !== ICAL.Timezone.utcTimezone) throw new Error('floating time');
  return new Date(time.toUnixTime() * 1000).toISOString().replace('.000Z', 'Z');
};

const event = (component, zones) => ({
  uid: component.getFirstPropertyValue('uid'),
  sequence: component.getFirstPropertyValue('sequence'),
  start: instant(component.getFirstProperty('dtstart'), zones),
  end: instant(component.getFirstProperty('dtend'), zones),
  summary: component.getFirstPropertyValue('summary'),
  description: component.getFirstPropertyValue('description'),
  location: component.getFirstPropertyValue('location'),
  status: component.getFirstPropertyValue('status'),
  organizer: component.getFirstPropertyValue('organizer'),
  attendees: component.getAllProperties('attendee').map((attendee) => ({
    address: attendee.getFirstValue(),
    name: attendee.getParameter('cn') ?? null,
    partstat: attendee.getParameter('partstat') ?? null,
    role: attendee.getParameter('role') ?? null,
  })),
});

for (const file of files) {
  try {
    const bytes = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
    const calendar = new ICAL.Component(ICAL.parse(bytes));
    const zones = new Map(calendar.getAllSubcomponents('vtimezone')
      .map((zone) => [zone.getFirstPropertyValue('tzid'), new ICAL.Timezone(zone)]));
    const lines = calendar.getAllSubcomponents('vevent')
      .map((component) => ({ file, method: calendar.getFirstPropertyValue('method'), ...event(component, zones) }));
    for (const line of [...lines, { file, read: true }]) console.log(JSON.stringify(line));
  } catch (problem) {
    console.log(JSON.stringify({ file, error: String(problem) }));
  }
}
