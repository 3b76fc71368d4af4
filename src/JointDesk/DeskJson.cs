using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace JointDesk;

/// <summary>How documents, facts, notices and commands are written: camelCase, NodaTime's ISO texts, the record's name as discriminator.</summary>
public static class DeskJson
{
    private static readonly Type[] Roots = [typeof(Command), typeof(Fact), typeof(Notice)];

    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameDerivedRecords } },
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>Finds the derived records of a root by reflection, so that a new fact cannot be forgotten; its name is stored and must stay.</summary>
    private static void NameDerivedRecords(JsonTypeInfo info)
    {
        if (!Roots.Contains(info.Type))
            return;
        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$is" };
        foreach (var type in typeof(DeskJson).Assembly.GetTypes().Where(t => !t.IsAbstract && info.Type.IsAssignableFrom(t)))
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, type.Name));
    }
}
