using System.IO.Compression;
using System.Text.Json.Nodes;
using JointDesk.BotFramework.Tests;
using JointDesk.Server.Verbs;

namespace JointDesk.Server.Tests;

public sealed class TeamsPackageTests : IDisposable
{
    private const string AppId = "8F1C5B0E-3A55-4C59-9C0C-0A8C7B1F2D3E";
    private readonly string folder = Directory.CreateTempSubdirectory("jointdesk-teams-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The schemas are Microsoft's own, as its npm package brings them.</summary>
    [Fact]
    public void ThePackageIsValidByTheManifestSchema()
    {
        var file = Path.Combine(folder, "app.zip");
        Assert.Equal(Usage.Done, TeamsPackage.Write(["--app-id", AppId, "--url", "https://desk.lj.example/", "--out", file]));
        using (var zip = ZipFile.OpenRead(file))
            Assert.Equal(["color.png", "en.json", "manifest.json", "outline.png"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        ZipFile.ExtractToDirectory(file, folder);

        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
        Assert.Equal(AppId, (string?)manifest["bots"]![0]!["botId"], ignoreCase: true);
        Assert.Equal("desk.lj.example", (string?)manifest["validDomains"]![0]);
        Assert.DoesNotContain("${", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((192, 192), SizeOf("color.png"));
        Assert.Equal((32, 32), SizeOf("outline.png"));

        var packages = NodePackages.Install("@microsoft/app-manifest@1.1.2", "ajv@8.20.0", "ajv-draft-04@1.0.0", "ajv-formats@3.0.1");
        Assert.Empty(NodePackages.Run("manifest.mjs", packages, folder));
    }

    [Theory]
    [InlineData(Usage.WrongUsage)]
    [InlineData(Usage.WrongUsage, "--app-id")]
    [InlineData(Usage.WrongUsage, "--appid", AppId)]
    [InlineData(Usage.Failed, "--app-id", "jointdesk")]
    [InlineData(Usage.Failed, "--app-id", AppId, "--url", "http://desk.example")]
    [InlineData(Usage.Failed, "--app-id", AppId, "--out", "/no/such/folder/app.zip")]
    public void WhatIsWrongIsSaidAndNothingIsWritten(int exit, params string[] args) => Assert.Equal(exit, TeamsPackage.Write(args));

    private (int Width, int Height) SizeOf(string picture)
    {
        var png = File.ReadAllBytes(Path.Combine(folder, picture));
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }
}
