using JointDesk.Talk;
using JointDesk.Talk.Understanding;
using JointDesk.Talk.Wording;

namespace JointDesk.Server;

/// <summary>Understanding and wording.</summary>
internal static class TalkSetup
{
    public static IServiceCollection AddTalk(this IServiceCollection services)
    {
        services.AddSingleton(Texts.Embedded);
        services.AddSingleton(_ => new Understander(PhraseBook.Load()));
        services.AddSingleton<IReceptionist, Receptionist>();
        services.AddSingleton<INoticeWording, NoticeWording>();
        return services;
    }
}
