namespace JointDesk.Server;

/// <summary>How the desk's own endpoints say no: a status and one line that people read.</summary>
internal static class Problems
{
    public static IResult Of(int status, string code, string message) => Results.Json(new ProblemBody(new ProblemDetail(code, message)), statusCode: status);

    public static IResult Bad(string message) => Of(StatusCodes.Status400BadRequest, "BadRequest", message);

    public static IResult NotFound(string message) => Of(StatusCodes.Status404NotFound, "NotFound", message);
}

internal sealed record ProblemBody(ProblemDetail Error);

internal sealed record ProblemDetail(string Code, string Message);
