using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace JointDesk.BotFramework;

/// <summary>
/// A pressed <c>Action.Execute</c>, and its answers. HTTP says 200 whenever the bot handled the press; what came of it is in the body.
/// A value of another shape is the caller's mistake: HTTP 400, as the SDK has it.
/// </summary>
/// <param name="Verb">What the card says shall be done.</param>
/// <param name="Data">The action's data with the card's inputs merged in.</param>
/// <param name="IsAutomatic">The client refreshed the card by itself; nobody pressed.</param>
public sealed record AdaptiveCardAction(string? Verb, JsonElement? Data, bool IsAutomatic)
{
    public const string InvokeName = "adaptiveCard/action";
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>The action in an invoke; null when the invoke is another or its value is not one.</summary>
    public static AdaptiveCardAction? From(Activity activity)
    {
        if (activity is not { Type: ActivityTypes.Invoke, Name: InvokeName } || activity.Value.Member("action") is not { ValueKind: JsonValueKind.Object } action)
            return null;
        var pressed = (JsonElement?)action;
        return pressed.Text("type") != "Action.Execute" ? null
            : new(pressed.Text("verb"), pressed.Member("data"), activity.Value.Text("trigger") == "automatic");
    }

    /// <summary>Answers an invoke of this name: by the function for a sound action, with an error for a broken one.</summary>
    public static InvokeResponse Answer(Activity activity, Func<AdaptiveCardAction, InvokeResponse> answer) =>
        From(activity) is { } action ? answer(action) : Malformed;

    /// <summary>For a value that is no action.</summary>
    public static InvokeResponse Malformed { get; } =
        new(StatusCodes.Status400BadRequest, Body(StatusCodes.Status400BadRequest, ErrorType, Detail("BadRequest", "The value holds no Action.Execute.")));

    /// <summary>Puts a card in the place of the one that was pressed.</summary>
    public static InvokeResponse Card(JsonElement card) => Handled(StatusCodes.Status200OK, Attachment.AdaptiveCardType, card);

    /// <summary>Leaves the card and shows a line.</summary>
    public static InvokeResponse Message(string text) =>
        Handled(StatusCodes.Status200OK, MessageType, JsonSerializer.SerializeToElement(text, ActivityJson.Info<string>()));

    /// <summary>Shows that it did not work.</summary>
    /// <param name="statusCode">400 for the presser's mistake, 500 for the bot's.</param>
    /// <param name="code">A word for programs.</param>
    /// <param name="message">A sentence for the presser.</param>
    public static InvokeResponse Error(int statusCode, string code, string message) => Handled(statusCode, ErrorType, Detail(code, message));

    /// <summary>Asks the client for a sign-in first.</summary>
    public static InvokeResponse LoginRequest(JsonElement oauthCard) =>
        Handled(StatusCodes.Status401Unauthorized, "application/vnd.microsoft.activity.loginRequest", oauthCard);

    /// <summary>Says that the sign-in did not suffice.</summary>
    public static InvokeResponse PreconditionFailed(string code, string message) =>
        Handled(StatusCodes.Status412PreconditionFailed, "application/vnd.microsoft.error.preconditionFailed", Detail(code, message));

    private static InvokeResponse Handled(int statusCode, string type, JsonElement value) => new(StatusCodes.Status200OK, Body(statusCode, type, value));

    private static JsonElement Body(int statusCode, string type, JsonElement value) =>
        JsonSerializer.SerializeToElement(new CardActionBody(statusCode, type, value), ActivityJson.Info<CardActionBody>());

    private static JsonElement Detail(string code, string message) =>
        JsonSerializer.SerializeToElement(new ErrorDetail(code, message), ActivityJson.Info<ErrorDetail>());
}

/// <summary>The body of an answer to <see cref="AdaptiveCardAction.InvokeName"/>.</summary>
internal sealed record CardActionBody(int StatusCode, string Type, JsonElement Value);
