using JointDesk.Server.Settings;
using JointDesk.Talk;
using JointDesk.Talk.Understanding;
using JointDesk.Talk.Wording;

namespace JointDesk.Server;

/// <summary>Understanding and wording.</summary>
internal static class TalkSetup
{
    public static IServiceCollection AddTalk(this IServiceCollection services, UnderstandingOptions options)
    {
        services.AddSingleton(Texts.Embedded);
        services.AddSingleton(_ => new Understander(PhraseBook.Load(), options.ToReader()));
        services.AddSingleton<IReceptionist, Receptionist>();
        services.AddSingleton<INoticeWording, NoticeWording>();
        return services;
    }
}
