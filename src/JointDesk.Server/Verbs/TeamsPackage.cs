using System.IO.Compression;
using System.Text;

namespace JointDesk.Server.Verbs;

/// <summary>The app that an administrator uploads to Teams: manifest, second language and icons in one zip file.</summary>
internal static class TeamsPackage
{
    private const string File = "jointdesk-teams.zip";
    private static readonly string[] Parts = ["manifest.json", "en.json", "color.png", "outline.png"];

    public static int Write(string[] args)
    {
        var given = Options(args);
        if (given is null || !given.TryGetValue("--app-id", out var appId))
            return Usage.Wrong("teams-package --app-id ID [--url https://HOST] [--out FILE] is expected.");
        if (!Guid.TryParseExact(appId, "D", out _))
            return Usage.Refuse($"{appId} is no app id: 00000000-0000-0000-0000-000000000000 is its form.");
        var url = given.GetValueOrDefault("--url") ?? DeskHost.CreateBuilder([]).Configuration["Bot:PublicUrl"] ?? "https://desk.example";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            return Usage.Refuse($"{url} is no https address, under which officers reach the desk.");
        var file = given.GetValueOrDefault("--out") ?? File;
        try
        {
            Zip(file, appId.ToLowerInvariant(), address);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Usage.Refuse(refused.Message);
        }
        Console.Out.WriteLine($"{file} is written: upload it in the Teams admin center under Manage apps.");
        return Usage.Done;
    }

    /// <summary>The text of a part with what this desk is in the place of <c>${…}</c>.</summary>
    private static string Filled(string text, string appId, Uri address) => text
        .Replace("${appId}", appId, StringComparison.Ordinal)
        .Replace("${url}", address.ToString(), StringComparison.Ordinal)
        .Replace("${host}", address.Host, StringComparison.Ordinal);

    private static void Zip(string file, string appId, Uri address)
    {
        using var zip = new ZipArchive(System.IO.File.Create(file), ZipArchiveMode.Create);
        foreach (var part in Parts)
        {
            using var source = typeof(TeamsPackage).Assembly.GetManifestResourceStream("teams/" + part)!;
            using var target = zip.CreateEntry(part).Open();
            if (part == "manifest.json")
            {
                using var reader = new StreamReader(source);
                target.Write(Encoding.UTF8.GetBytes(Filled(reader.ReadToEnd(), appId, address)));
            }
            else
                source.CopyTo(target);
        }
    }

    /// <summary>Null where something is named twice, unknown, or without a value.</summary>
    private static Dictionary<string, string>? Options(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i += 2)
            if (args[i] is not ("--app-id" or "--url" or "--out") || i + 1 == args.Length || !given.TryAdd(args[i], args[i + 1]))
                return null;
        return given;
    }
}
