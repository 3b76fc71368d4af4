using System.Text.Json;
using NodaTime;

namespace JointDesk.Scheduling;

/// <summary>
/// Statutory holidays and make-up workdays (调休), by year. A year without data falls back to Monday to Friday;
/// <see cref="HasData"/> tells callers that it does.
/// </summary>
public sealed class HolidayCalendar
{
    // Strict: a day whose isOffDay is missing would otherwise be read as a make-up workday. First: China below reads with it.
    private static readonly JsonSerializerOptions Strict =
        new(DeskJson.Options) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    private readonly HashSet<int> years = [];
    private readonly Dictionary<LocalDate, bool> offDays = [];

    private HolidayCalendar(IEnumerable<HolidayYear> data)
    {
        foreach (var year in data.OrderBy(y => y.Year))
        {
            years.Add(year.Year);
            foreach (var day in year.Days)
                offDays[day.Date] = day.IsOffDay;
        }
    }

    /// <summary>The years that the State Council has published, as they came with this build.</summary>
    public static HolidayCalendar China { get; } = ReadEmbedded("JointDesk.Scheduling.holidays.");

    /// <summary>No holidays at all: Monday to Friday.</summary>
    public static HolidayCalendar Weekdays { get; } = new([]);

    /// <summary>Reads files in the format of holiday-cn, one a year.</summary>
    /// <exception cref="InvalidDataException">A file is no such file; the message says what is wrong.</exception>
    public static HolidayCalendar Read(IEnumerable<Stream> files) => new([.. files.Select(ReadYear)]);

    /// <summary>Whether the holidays of that year are known, or weekdays are all there is to go by.</summary>
    public bool HasData(int year) => years.Contains(year);

    public bool IsWorkingDay(LocalDate date) =>
        offDays.TryGetValue(date, out var off) ? !off : date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    private static HolidayCalendar ReadEmbedded(string prefix)
    {
        var assembly = typeof(HolidayCalendar).Assembly;
        return Read(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => assembly.GetManifestResourceStream(name)!));
    }

    private static HolidayYear ReadYear(Stream file)
    {
        using (file)
        {
            try
            {
                return JsonSerializer.Deserialize<HolidayYear>(file, Strict) ?? throw new InvalidDataException("An empty holiday file.");
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"Not a holiday file: {e.Message}", e);
            }
        }
    }

    private sealed record HolidayYear(int Year, IReadOnlyList<HolidayDay> Days);

    private sealed record HolidayDay(LocalDate Date, bool IsOffDay);
}
