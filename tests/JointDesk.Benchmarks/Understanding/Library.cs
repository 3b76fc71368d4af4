using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

namespace JointDesk.Benchmarks.Understanding;

/// <summary>Microsoft.Recognizers.Text.DateTime as it comes: it reads the times alone.</summary>
internal static class Library
{
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Unspecified);

    public static int Read(string text) =>
        DateTimeRecognizer.RecognizeDateTime(text, text[0] > '\u2e80' ? Culture.Chinese : Culture.English, DateTimeOptions.None, Now).Count;
}
