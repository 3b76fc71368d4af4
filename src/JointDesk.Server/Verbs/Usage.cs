using System.Text;

namespace JointDesk.Server.Verbs;

/// <summary>What the program can do, in lines for people; and the exit codes that all verbs share.</summary>
internal static class Usage
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    private const string Text = """
        JointDesk: a joint desk for departments that work the same case.

          (no verb)                 runs the desk and says where to open it
          understand [--now ISO] [--zone IANA] [--directory FOLDER]
                                    reads utterances as JSON lines on stdin, writes what they mean on stdout
          import FOLDER             departments.csv, officers.csv and cases.csv, whole or not at all
          export FOLDER             writes the same three files
          backup FILE               copies the store, also while the desk runs
          restore FILE [--force]    puts a backup in the store's place; --force where there is a store already
          rotate-key [FILE]         opens the store with another key from now on: the line in FILE or on stdin
          erase-officer ID          removes what the desk knows of a person; the audit chain keeps the id
          teams-package --app-id ID [--url https://HOST] [--out FILE]
                                    the app for Teams; src/docs/teams.md leads through the rest
          audit verify              walks the audit chain and names the first entry that does not fit

        Settings (all in appsettings.example.json) come from appsettings.json, the environment (Storage__Path) and the
        command line (--Storage:Path FILE). Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
        """;

    public static int Print()
    {
        Console.Out.WriteLine(Text);
        return Done;
    }

    /// <summary>Streams of UTF-8 whatever the terminal is set to; the output is not flushed line by line.</summary>
    public static int WithStreams(Func<TextReader, TextWriter, int> verb)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        return verb(input, output);
    }

    public static int Wrong(string problem)
    {
        Console.Error.WriteLine($"{problem} See --help.");
        return WrongUsage;
    }

    public static int Refuse(string problem)
    {
        Console.Error.WriteLine(problem.ReplaceLineEndings(" "));
        return Failed;
    }
}
