using System.Buffers.Binary;

namespace JointDesk.Store.Pages;

/// <summary>The three fields of LiteDB 5.0's page header that a redo needs: page number at 0, transaction at 14, confirmed at 18.</summary>
internal static class LitePage
{
    public static uint NumberOf(ReadOnlySpan<byte> page) => BinaryPrimitives.ReadUInt32LittleEndian(page);

    public static bool IsConfirmed(ReadOnlySpan<byte> page) => page[18] != 0;

    /// <summary>As LiteDB's own checkpoint writes it into the data file.</summary>
    public static byte[] ForDataFile(ReadOnlySpan<byte> logPage)
    {
        var page = logPage.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(14), uint.MaxValue);
        page[18] = 0;
        return page;
    }
}
