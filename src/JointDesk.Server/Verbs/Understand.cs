using CsvHelper;
using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Recognizers;
using JointDesk.Recognizers.Library;
using JointDesk.Scheduling;
using JointDesk.Talk.Understanding;
using NodaTime;
using NodaTime.Text;

namespace JointDesk.Server.Verbs;

/// <summary><c>understand [--now ISO] [--zone IANA] [--directory FOLDER] [--explain]</c>: utterances in, what they mean out, one JSON line each.</summary>
internal static class Understand
{
    private const string Usage = "understand [--now ISO] [--zone IANA] [--directory FOLDER] [--explain]";

    /// <summary>0 done, 1 the directory cannot be read, 2 wrong usage.</summary>
    public static int Run(string[] args, TextReader input, TextWriter output, TextWriter errors)
    {
        var options = Parse(args);
        if (options.Problem is { } problem)
        {
            errors.WriteLine($"{problem} Usage: {Usage}");
            return 2;
        }

        Lexicon names;
        try
        {
            names = options.Directory is { } folder ? ReadDirectory(folder) : Lexicon.Empty;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or CsvHelperException or ArgumentException)
        {
            errors.WriteLine($"The directory cannot be read: {e.Message.ReplaceLineEndings(" ")}");
            return 1;
        }

        var time = new TimeContext(options.Now, HolidayCalendar.China.IsWorkingDay);
        var line = new UnderstandLine(TalkSetup.Understander(new SecondReader()), new Surroundings(time, names), options.Zone, options.Explain);
        while (input.ReadLine() is { } text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                output.WriteLine(line.Read(text));
            }
        }

        output.Flush();
        return 0;
    }

    private sealed record Options(LocalDateTime Now, DateTimeZone Zone, string? Directory, bool Explain, string? Problem = null);

    private static Options Parse(string[] args)
    {
        string? now = null;
        string? directory = null;
        string zone = "Asia/Shanghai";
        bool explain = false;
        var none = new Options(default, DateTimeZone.Utc, null, false);
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--explain")
            {
                explain = true;
                continue;
            }

            if (args[i] is not ("--now" or "--zone" or "--directory"))
            {
                return none with { Problem = $"Unknown option {args[i]}." };
            }

            if (i + 1 == args.Length)
            {
                return none with { Problem = $"{args[i]} needs a value." };
            }

            string value = args[++i];
            _ = args[i - 1] switch { "--now" => now = value, "--zone" => zone = value, _ => directory = value };
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } found)
        {
            return none with { Problem = $"--zone {zone} is no IANA zone." };
        }

        if (now is null)
        {
            return new Options(SystemClock.Instance.GetCurrentInstant().InZone(found).LocalDateTime, found, directory, explain);
        }

        return NowIn(now, found) is { } local
            ? new Options(local, found, directory, explain)
            : none with { Problem = $"--now {now} is no ISO date and time." };
    }

    /// <summary>An instant with its offset is turned to the zone; a local time is one of the zone.</summary>
    private static LocalDateTime? NowIn(string text, DateTimeZone zone)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } exact)
        {
            return exact.Value.ToInstant().InZone(zone).LocalDateTime;
        }

        string[] patterns = ["uuuu'-'MM'-'dd'T'HH':'mmo<g>", "uuuu'-'MM'-'dd'T'HH':'mm':'sso<g>"];
        foreach (string pattern in patterns)
        {
            if (OffsetDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text) is { Success: true } offset)
            {
                return offset.Value.ToInstant().InZone(zone).LocalDateTime;
            }
        }

        foreach (var pattern in (LocalDateTimePattern[])[LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm")])
        {
            if (pattern.Parse(text) is { Success: true } local)
            {
                return local.Value;
            }
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value.AtMidnight() : null;
    }

    /// <summary>departments.csv, officers.csv and cases.csv of a folder, as far as names go; the importer proper checks them.</summary>
    private static Lexicon ReadDirectory(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"there is no folder {folder}");
        }

        var departments = Rows(folder, "departments.csv", true).Select(row => new Department(
            row("id"), row("name"), row("shortName"), row("nameEn"), row("shortNameEn"), Enum.TryParse<Tier>(row("tier"), true, out var tier) ? tier : Tier.City,
            row("superior") is { Length: > 0 } superior ? superior : null, row("deskOffice") == "true", row("zone"), new LocalTime(9, 0), new LocalTime(18, 0), null,
            Values(row("aliases"))));
        var officers = Rows(folder, "officers.csv", false).Select(row => new Officer(row("id"), row("name"), row("nameEn"), row("department"), [], row("locale"), null));
        var cases = Rows(folder, "cases.csv", false).Select(row => new Case(row("number"), row("title"), row("titleEn"), row("lead"), Values(row("participants")), [], Tlp.Amber));
        return new Lexicon(new Roster(departments, officers), [.. cases]);
    }

    private static string[] Values(string field) => field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<Func<string, string>> Rows(string folder, string file, bool required)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return required ? throw new FileNotFoundException($"{file} is missing in {folder}") : [];
        }

        using var reader = new CsvReader(new StreamReader(path), System.Globalization.CultureInfo.InvariantCulture);
        List<Func<string, string>> rows = [];
        reader.Read();
        reader.ReadHeader();
        string[] header = reader.HeaderRecord ?? [];
        while (reader.Read())
        {
            string[] fields = [.. header.Select((_, i) => reader.TryGetField<string>(i, out string? value) ? value ?? "" : "")];
            rows.Add(column => Array.IndexOf(header, column) is >= 0 and var at ? fields[at] : "");
        }

        return rows;
    }
}
