using JointDesk.People;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Meetings;

/// <summary>
/// Follows whatever is set for a day of a year whose holidays are not known: the desk office is told, once a year, that weekdays were
/// counted in their place.
/// </summary>
public static class TellOfMissingHolidays
{
    public sealed record Loaded(Roster Roster, MissingHolidays? Told, int Year);

    public static ValueTask<Loaded> Load(MeetingConvened fact, DeskReader read, CancellationToken cancel) => LoadAsync(fact.Start, read, cancel);

    public static ValueTask<Loaded> Load(MeetingMoved fact, DeskReader read, CancellationToken cancel) => LoadAsync(fact.Start, read, cancel);

    public static async ValueTask<Loaded> LoadAsync(Instant day, DeskReader read, CancellationToken cancel)
    {
        var roster = await read.RosterAsync(cancel);
        var year = day.InZone(DateTimeZoneProviders.Tzdb[roster.DeskOffice?.Zone ?? "Asia/Shanghai"]).Year;
        return new Loaded(roster, await read.FindAsync(MissingHolidays.Documents, MissingHolidays.IdOf(year), cancel), year);
    }

    public static Decision Decide(Loaded loaded, Fact fact, Moment moment)
    {
        if (HolidayCalendar.China.HasData(loaded.Year) || loaded.Told is not null || loaded.Roster.DeskOffice is not { } office)
            return Decision.Nothing;
        return new Decision([])
        {
            Changes = [Change.Put(MissingHolidays.Documents, new MissingHolidays(loaded.Year))],
            Notices = [.. loaded.Roster.LiaisonsOf(office.Id).Select(o => new MissingHolidaysNotice(loaded.Year) { To = Recipient.Officer(o.Id) })],
        };
    }
}

/// <summary>That the desk office was told of a year.</summary>
public sealed record MissingHolidays(int Year)
{
    public static readonly DocumentKind<MissingHolidays> Documents = new("missingHolidays", m => IdOf(m.Year));

    public static string IdOf(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>To the desk office's liaisons.</summary>
public sealed record MissingHolidaysNotice(int Year) : Notice;
