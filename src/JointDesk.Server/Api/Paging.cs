using System.Buffers.Text;
using System.Text;

namespace JointDesk.Server.Api;

/// <summary>Lists in pages. A cursor is the key of the last item shown, so that what comes or goes in between shifts nothing.</summary>
internal static class Paging
{
    private const int Usual = 100;
    private const int Most = 500;

    /// <summary>How many items are wanted; null where the query says something that is no number from 1 to 500.</summary>
    public static int? LimitOf(HttpRequest request) => request.Query["limit"] switch
    {
        [] => Usual,
        [var text] when int.TryParse(text, System.Globalization.NumberStyles.None, null, out var limit) && limit is >= 1 and <= Most => limit,
        _ => null,
    };

    /// <summary>The key after which the page begins: empty for the first; null for a cursor that is none of ours.</summary>
    public static string? AfterOf(HttpRequest request)
    {
        if (request.Query["cursor"].ToString() is not { Length: > 0 } cursor)
            return "";
        try
        {
            return cursor.Length <= 600 && Base64Url.IsValid(cursor) ? new UTF8Encoding(false, true).GetString(Base64Url.DecodeFromChars(cursor)) : null;
        }
        catch (Exception foreign) when (foreign is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    public static string CursorOf(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    public static async ValueTask<IResult> PageAsync<TItem, TShown>(
        HttpRequest request, IEnumerable<TItem> items, Func<TItem, string> keyOf, Func<TItem, ValueTask<TShown?>> show) where TShown : class
    {
        if (LimitOf(request) is not { } limit)
            return Problems.Bad($"limit is a number from 1 to {Most}.");
        if (AfterOf(request) is not { } after)
            return Problems.Bad("cursor is not one that this list gave.");
        var page = new List<TShown>();
        string? last = null;
        foreach (var item in items.OrderBy(keyOf, StringComparer.Ordinal).SkipWhile(i => string.CompareOrdinal(keyOf(i), after) <= 0))
        {
            if (page.Count == limit)
                return Results.Json(new ApiList<TShown>(page, CursorOf(last!)));
            if (await show(item) is not { } shown)
                continue;
            page.Add(shown);
            last = keyOf(item);
        }
        return Results.Json(new ApiList<TShown>(page, null));
    }
}
