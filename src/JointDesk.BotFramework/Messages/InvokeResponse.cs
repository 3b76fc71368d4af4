using System.Text.Json;

namespace JointDesk.BotFramework;

/// <summary>What an invoke is answered with: an HTTP status and a JSON body.</summary>
public sealed record InvokeResponse(int Status, JsonElement? Body = null);
