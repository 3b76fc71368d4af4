"""Reads .ics files with libical (python3-gi, gir1.2-ical-3.0) and says what it understood.

libical_read.py FILE...  prints one JSON line an event, one {"file", "error"} for each thing it finds wrong (lines that do not parse, what its
restriction tables of RFC 5545 and, by METHOD, RFC 5546 forbid, a TZID that the file itself does not explain), and {"file", "read": true} at its end.
libical_read.py --ready  exits 0 if the library can be loaded.
"""
import datetime
import json
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as ical  # noqa: E402  the version must be asked for first


def walk(component, kind, first, following):
    item = getattr(component, first)(kind)
    while item is not None:
        yield item
        item = getattr(component, following)(kind)


def components(component, kind=ical.ComponentKind.ANY_COMPONENT):
    return list(walk(component, kind, "get_first_component", "get_next_component"))


def properties(component, kind):
    return list(walk(component, kind, "get_first_property", "get_next_property"))


def complaints(component):
    for error in properties(component, ical.PropertyKind.XLICERROR_PROPERTY):
        yield error.get_xlicerror()
    for child in components(component):
        yield from complaints(child)


def instant(prop, time, zones):
    """A UTC instant by the file's own VTIMEZONE; libical would fall back to a zone of its own by name."""
    tzid = prop.get_parameter_as_string("TZID")
    if tzid is None:
        if not time.is_utc():
            raise ValueError("floating time")
        seconds = time.as_timet()
    else:
        if tzid not in zones:
            raise ValueError("no VTIMEZONE for " + tzid)
        seconds = time.as_timet_with_zone(zones[tzid])
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(component, name):
    kind = getattr(ical.PropertyKind, name.upper() + "_PROPERTY")
    prop = component.get_first_property(kind)
    return None if prop is None else getattr(prop, "get_" + name)()


def first(component, kind):
    return component.get_first_property(kind)


def parameter(prop, name):
    value = prop.get_parameter_as_string(name)
    return value[1:-1] if value and value[0] == value[-1] == '"' else value


def event(component, zones):
    start = first(component, ical.PropertyKind.DTSTART_PROPERTY)
    end = first(component, ical.PropertyKind.DTEND_PROPERTY)
    status = first(component, ical.PropertyKind.STATUS_PROPERTY)
    organizer = first(component, ical.PropertyKind.ORGANIZER_PROPERTY)
    return {
        "uid": text(component, "uid"),
        "sequence": text(component, "sequence"),
        "start": instant(start, start.get_dtstart(), zones) if start else None,
        "end": instant(end, end.get_dtend(), zones) if end else None,
        "summary": text(component, "summary"),
        "description": text(component, "description"),
        "location": text(component, "location"),
        "status": status.get_value_as_string() if status else None,
        "organizer": organizer.get_organizer() if organizer else None,
        "attendees": [
            {"address": a.get_attendee(), "name": parameter(a, "CN"), "partstat": parameter(a, "PARTSTAT"), "role": parameter(a, "ROLE")}
            for a in properties(component, ical.PropertyKind.ATTENDEE_PROPERTY)
        ],
    }


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        calendar = ical.Component.new_from_string(file.read())
    if calendar is None:
        raise ValueError("no calendar in it")
    allowed = calendar.check_restrictions()
    wrong = list(complaints(calendar))
    if not allowed and not wrong:
        wrong.append("check_restrictions says no")
    zones = {}
    for component in components(calendar, ical.ComponentKind.VTIMEZONE_COMPONENT):
        zone = ical.Timezone.new()
        if not zone.set_component(component.clone()):
            wrong.append("unusable VTIMEZONE")
        zones[zone.get_tzid()] = zone
    method = first(calendar, ical.PropertyKind.METHOD_PROPERTY)
    for component in components(calendar, ical.ComponentKind.VEVENT_COMPONENT):
        yield {"file": path, "method": method.get_value_as_string() if method else None, **event(component, zones)}
    for problem in wrong:
        yield {"file": path, "error": problem}
    yield {"file": path, "read": True}


if __name__ == "__main__":
    for name in [] if sys.argv[1:] == ["--ready"] else sys.argv[1:]:
        try:
            for line in list(read(name)):
                print(json.dumps(line))
        except Exception as problem:  # noqa: BLE001  whatever it is, the test wants to hear it
            print(json.dumps({"file": name, "error": repr(problem)}))
