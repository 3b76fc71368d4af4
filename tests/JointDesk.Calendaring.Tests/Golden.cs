using System.Runtime.CompilerServices;

namespace JointDesk.Calendaring.Tests;

/// <summary>Files that a person has read and found right. Delete one and run the test to have it written anew, then read it.</summary>
internal static class Golden
{
    public static void Check(string name, byte[] actual, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "Fixtures", "calendar", name);
        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, actual);
            Assert.Fail($"{name} was missing and has been written: read it, then commit it.");
        }
        Assert.Equal(System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(path)), System.Text.Encoding.UTF8.GetString(actual));
    }
}
