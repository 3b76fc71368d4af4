using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace JointDesk.Server.Settings;

/// <summary>All settings of the desk, read once at the start.</summary>
internal sealed record DeskSettings(StorageOptions Storage, DeskOptions Desk, DemoOptions Demo, BotOptions Bot, ChatOptions Chat, SignInOptions SignIn, UnderstandingOptions Understanding)
{
    /// <summary>What ASP.NET Core itself reads; everything else at the top of a settings file is a slip.</summary>
    private static readonly string[] Framework = ["Logging", "AllowedHosts", "Urls", "Http_Ports", "Https_Ports", "Kestrel", "Environment"];

    private static readonly (string Section, Type Options)[] Sections =
    [
        ("Storage", typeof(StorageOptions)), ("Desk", typeof(DeskOptions)), ("Demo", typeof(DemoOptions)), ("Bot", typeof(BotOptions)),
        ("DirectLine", typeof(ChatOptions)), ("SignIn", typeof(SignInOptions)), ("Understanding", typeof(UnderstandingOptions)),
    ];

    /// <exception cref="SettingsException">A key is not known, or a value is out of range; the message names it in one line.</exception>
    public static DeskSettings Read(IConfiguration configuration)
    {
        if (UnknownKeys(configuration) is [var first, ..])
            throw new SettingsException($"There is no setting {first}; see appsettings.example.json for all that there are.");
        var settings = new DeskSettings(
            Section<StorageOptions>("Storage"), Section<DeskOptions>("Desk"), Section<DemoOptions>("Demo"), Section<BotOptions>("Bot"),
            Section<ChatOptions>("DirectLine"), Section<SignInOptions>("SignIn"), Section<UnderstandingOptions>("Understanding"));
        return (settings.Storage.Problem ?? settings.Desk.Problem ?? settings.Demo.Problem ?? settings.Bot.Problem
            ?? settings.Chat.Problem ?? settings.SignIn.Problem ?? settings.Understanding.Problem) is { } problem
            ? throw new SettingsException(problem)
            : settings;

        T Section<T>(string name) where T : class, new()
        {
            try
            {
                return configuration.GetSection(name).Get<T>() ?? new T();
            }
            catch (InvalidOperationException wrong)
            {
                throw new SettingsException(wrong.Message.ReplaceLineEndings(" "));
            }
        }
    }

    /// <summary>Keys of our sections that nothing reads; at the top level only those of files and the command line count, since the environment is full of others.</summary>
    public static IReadOnlyList<string> UnknownKeys(IConfiguration configuration)
    {
        var unknown = Sections.SelectMany(s => UnknownIn(configuration.GetSection(s.Section), s.Options)).ToList();
        var files = configuration is IConfigurationRoot root
            ? root.Providers.Where(p => p is JsonConfigurationProvider or CommandLineConfigurationProvider)
            : [];
        unknown.AddRange(files.SelectMany(f => f.GetChildKeys([], null)).Where(k => !IsKnown(k, Sections.Select(s => s.Section).Concat(Framework))));
        return [.. unknown.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<string> UnknownIn(IConfigurationSection section, Type options)
    {
        foreach (var child in section.GetChildren())
        {
            var property = options.GetProperties().FirstOrDefault(p => p.CanWrite && p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
                yield return child.Path;
            else if (property.PropertyType.Namespace == typeof(DeskSettings).Namespace)
                foreach (var deeper in UnknownIn(child, property.PropertyType))
                    yield return deeper;
        }
    }

    private static bool IsKnown(string key, IEnumerable<string> names) => names.Contains(key, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The desk cannot start with these settings; the message says why in one line.</summary>
internal sealed class SettingsException(string message) : Exception(message);
