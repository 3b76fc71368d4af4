using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace JointDesk.Server.SignIn;

/// <summary>The keys that seal sign-in cookies, kept in the store: they outlive a restart and are encrypted where the store is.</summary>
internal sealed class StoredKeys(IDeskStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Wait(store.ListAsync(CookieKey.Documents, "all", "cookie")).Select(key => XElement.Parse(key.Xml))];

    public void StoreElement(XElement element, string friendlyName) =>
        Wait(store.KeepAsync(CookieKey.Documents, Channels.OnceKeys.Of("cookie", friendlyName), _ =>
            new CookieKey(Channels.OnceKeys.Of("cookie", friendlyName), element.ToString(SaveOptions.DisableFormatting))));

    /// <summary>The interface knows no tasks; it is called at the start and once in some weeks.</summary>
    private static T Wait<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();
}

internal sealed record CookieKey(string Id, string Xml)
{
    public static readonly DocumentKind<CookieKey> Documents = new("cookieKey", k => k.Id, _ => [new("all", "cookie")]);
}
