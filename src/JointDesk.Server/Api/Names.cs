using System.Text.Json;

namespace JointDesk.Server.Api;

/// <summary>States, kinds and responses as the API writes them.</summary>
internal static class Names
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
