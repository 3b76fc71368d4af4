using JointDesk.Recognizers;
using NodaTime;

namespace JointDesk.Talk.Understanding;

/// <summary>
/// What a day is for depends on what the sentence wants: who asks for more time names a deadline, without 前 as well. Of an order it stays when the
/// thing is done (go there on Friday at ten), which the dialog takes for its deadline.
/// </summary>
internal static class Times
{
    public static TimeReading For(string intent, string? openDialog, TimeReading time, LocalDateTime now)
    {
        // a reminder at three needs no meeting to have its day: it comes when it is three next
        if (intent == Intents.SetReminder && time is { Time: { } hour, Start: null, Date: null, Window: null, Rrule: null, Offset: null, EndTime: null, TargetDate: null } && time.Candidates.Count == 0)
        {
            return time with { Start = (hour > now.TimeOfDay ? now.Date : now.Date.PlusDays(1)).At(hour) };
        }

        if (intent is Intents.ShareInfo or Intents.ReportProgress)
        {
            // what is told has happened: the 12th of September that was, not the one to come
            return time with
            {
                Date = time.Date is { } told && told.PlusYears(-1) is var was && was < now.Date && was > now.Date.PlusMonths(-6) ? was : time.Date,
                Start = time.Start is { } at && at.PlusYears(-1) is var once && once < now && once > now.PlusMonths(-6) ? once : time.Start,
            };
        }

        bool owed = intent is Intents.ExtendDeadline
            || (intent == Intents.Supply && openDialog is "assign" or "extend" or "request-information");
        if (!owed || time.Due is not null || time.Rrule is not null)
        {
            return time;
        }

        if (time.Start is { } start && time.End is null)
        {
            return time with { Start = null, Due = new DayTime(start.Date, start.TimeOfDay) };
        }

        if (time.Date is { } date)
        {
            return time with { Date = null, Due = new DayTime(date, null) };
        }

        return time.Window is { } window && time.Shift is null ? time with { Window = null, Due = new DayTime(window.To, null) } : time;
    }
}
