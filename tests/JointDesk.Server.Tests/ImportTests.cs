using System.Text;
using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Server.Import;
using JointDesk.Store.InMemory;
using NodaTime;

namespace JointDesk.Server.Tests;

public sealed class ImportTests : IAsyncDisposable
{
    private readonly InMemoryStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task TheDemoDeskComesBackByteForByteWhenItIsExported()
    {
        Assert.True((await ImportAsync(DirectoryFiles.Demo)).IsDone);
        var exported = await ExportAsync();
        Assert.Equal(Sorted(DirectoryFiles.Demo.Departments), Sorted(exported.Departments));
        Assert.Equal(Sorted(DirectoryFiles.Demo.Officers), Sorted(exported.Officers));
        Assert.Equal(Sorted(DirectoryFiles.Demo.Cases), Sorted(exported.Cases));
        Assert.True((await ImportAsync(exported)).IsDone);
    }

    [Fact]
    public async Task NicknamesMayBeGivenAndComeBack()
    {
        var files = With(departments: t => t.Replace(",email\n", ",email,aliases\n", StringComparison.Ordinal)
            .Replace("desk.example\n", "desk.example,\n", StringComparison.Ordinal)
            .Replace("lj-cid@desk.example,\n", "lj-cid@desk.example,猎豹;Hunters\n", StringComparison.Ordinal));
        Assert.Empty((await ImportAsync(files)).Problems);
        var exported = await ExportAsync();
        Assert.Equal(Sorted(files.Departments), Sorted(exported.Departments));
        Assert.Contains("猎豹;Hunters", Encoding.UTF8.GetString(exported.Departments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherImportUpdatesAndTheRosterIsReadAnew()
    {
        var desk = new Desk(store, new DeskRoutes(), SystemClock.Instance, () => "id");
        await ImportAsync(DirectoryFiles.Demo);
        Assert.Equal("王芳", (await desk.Read().RosterAsync(TestContext.Current.CancellationToken)).Officer("wang.fang")!.Name);
        await ImportAsync(With(officers: t => t.Replace("王芳", "王方", StringComparison.Ordinal)));
        Assert.Equal("王方", (await desk.Read().RosterAsync(TestContext.Current.CancellationToken)).Officer("wang.fang")!.Name);
    }

    [Theory]
    [InlineData("departments", "lj-cid,临江", "lj cid,临江", 5, "id", "is no id")]
    [InlineData("departments", ",city,jh-cid,", ",city,jh-nobody,", 5, "superior", "jh-nobody")]
    [InlineData("departments", ",province,,true,", ",province,jh-intl,true,", 2, "superior", "below")]
    [InlineData("departments", ",province,,false,Asia/Shanghai,08:30,17:30,jh-cid", ",province,qs-cid,false,Asia/Shanghai,08:30,17:30,jh-cid", 4, "superior", "below")]
    [InlineData("departments", ",city,jh-cid,", ",town,jh-cid,", 5, "tier", "town")]
    [InlineData("departments", ",city,jh-cid,false,Asia/Shanghai", ",city,jh-cid,false,Asia/Peking", 5, "zone", "Asia/Peking")]
    [InlineData("departments", ",city,jh-cid,false,Asia/Shanghai,08:30,17:30", ",city,jh-cid,false,Asia/Shanghai,8.30,17:30", 5, "workStart", "8.30")]
    [InlineData("departments", ",city,jh-cid,false,Asia/Shanghai,08:30,17:30", ",city,jh-cid,false,Asia/Shanghai,18:30,17:30", 5, "workEnd", "before")]
    [InlineData("departments", ",city,jh-cid,false,", ",city,jh-cid,true,", 5, "deskOffice", "only one")]
    [InlineData("departments", "lj-cid@desk.example", "lj-cid at desk", 5, "email", "mail address")]
    [InlineData("departments", "id,name,shortName", "id,nom,shortName", 1, "name", "missing")]
    [InlineData("officers", "wang.fang,王芳,Wang Fang,lj-cid", "wang.fang,王芳,Wang Fang,lj-sid", 6, "department", "lj-sid")]
    [InlineData("officers", "lj-cid,liaison,zh-CN", "lj-cid,chief,zh-CN", 6, "roles", "chief")]
    [InlineData("officers", "lj-cid,liaison,zh-CN", "lj-cid,liaison,中文", 6, "locale", "中文")]
    [InlineData("officers", "wu.gang,吴刚", "wang.fang,吴刚", 7, "id", "line 6")]
    [InlineData("officers", "wang.fang,王芳,", "wang.fang,,", 6, "name", "empty")]
    [InlineData("officers", "wang.fang,王芳,Wang Fang,", "wang.fang,王芳,", 6, null, "6 fields")]
    [InlineData("cases", ",lj-cid,lj-exit;lj-econ", ",lj-cid,lj-exit;lj-nobody", 2, "participants", "lj-nobody")]
    [InlineData("cases", ",lj-cid,lj-exit;lj-econ", ",lj-kid,lj-exit;lj-econ", 2, "lead", "lj-kid")]
    [InlineData("cases", ",lj-cid,lj-exit;lj-econ", ",lj-cid,lj-exit;lj-cid", 2, "participants", "leads the case already")]
    [InlineData("cases", "XA;XB,AMBER", "XA;XB,ORANGE", 2, "handling", "ORANGE")]
    [InlineData("cases", "XA;XB,AMBER", "Xa;XB,AMBER", 2, "countries", "Xa")]
    [InlineData("cases", "“6·18”跨境", "【机密】跨境", 2, "title", "state secret")]
    [InlineData("cases", "JH-2026-0907", "JH-2026-0618", 3, "number", "line 2")]
    public async Task ABadRowNamesFileLineColumnAndReasonAndNothingChanges(string file, string from, string to, int line, string? column, string reason)
    {
        var files = With(
            departments: t => file == "departments" ? Replace(t, from, to) : t, officers: t => file == "officers" ? Replace(t, from, to) : t,
            cases: t => file == "cases" ? Replace(t, from, to) : t);
        var result = await ImportAsync(files);
        var problem = Assert.Single(result.Problems, p => p.File == file + ".csv" && p.Line == line && p.Column == column);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.Null(await store.GetAsync(RosterStamp.Kind.Name, RosterStamp.Id, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await store.AuditHeadAsync(TestContext.Current.CancellationToken)).Sequence);
    }

    [Fact]
    public async Task WhatIsNoUtf8OrNoCsvIsSaid()
    {
        var latin = await ImportAsync(DirectoryFiles.Demo with { Officers = [0xFF, 0xFE, 0x41] });
        Assert.Contains(latin.Problems, p => p.ToString().StartsWith("officers.csv: the file is not UTF-8", StringComparison.Ordinal));
        var quote = await ImportAsync(With(cases: t => t + "JH-1,\"a\" b,c,lj-cid,,,AMBER\n"));
        Assert.Contains(quote.Problems, p => p is { File: "cases.csv", Line: 4 });
        Assert.Contains((await ImportAsync(DirectoryFiles.Demo with { Cases = [] })).Problems, p => p is { File: "cases.csv", Line: 1 });
    }

    [Fact]
    public async Task AFieldOfSeveralLinesDoesNotShiftTheLineNumbers()
    {
        var files = With(cases: t => t.Replace("June 18 cross-border telecom fraud", "\"June 18\ncross-border\"", StringComparison.Ordinal).Replace("XC,AMBER", "XC,PINK", StringComparison.Ordinal));
        var result = await ImportAsync(files);
        Assert.Contains(result.Problems, p => p is { Line: 2, Column: "titleEn" });
        Assert.Contains(result.Problems, p => p is { Line: 4, Column: "handling" });
    }

    private Task<ImportResult> ImportAsync(DirectoryFiles files) =>
        new DirectoryImport(store, SystemClock.Instance).RunAsync(files, TestContext.Current.CancellationToken);

    private async Task<DirectoryFiles> ExportAsync()
    {
        var read = new DeskReader(store, new DeskMemory());
        return DirectoryFiles.Write(
            await read.RosterAsync(TestContext.Current.CancellationToken),
            await read.ListByPrefixAsync(Case.Kind, "all", "", TestContext.Current.CancellationToken));
    }

    private static DirectoryFiles With(Func<string, string>? departments = null, Func<string, string>? officers = null, Func<string, string>? cases = null) => new(
        Edit(DirectoryFiles.Demo.Departments, departments), Edit(DirectoryFiles.Demo.Officers, officers), Edit(DirectoryFiles.Demo.Cases, cases));

    private static byte[] Edit(byte[] file, Func<string, string>? edit) => Encoding.UTF8.GetBytes((edit ?? (t => t))(Encoding.UTF8.GetString(file)));

    private static string Replace(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return text[..at] + to + text[(at + from.Length)..];
    }

    private static string Sorted(byte[] file)
    {
        var lines = Encoding.UTF8.GetString(file).ReplaceLineEndings("\n").Trim().Split('\n');
        return string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Order(StringComparer.Ordinal)));
    }
}
