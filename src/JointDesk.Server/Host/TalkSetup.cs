using JointDesk.Recognizers.Library;
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
        services.AddSingleton(_ => Understander(options.ToReader()));
        services.AddSingleton<IReceptionist, Receptionist>();
        services.AddSingleton<INoticeWording, NoticeWording>();
        return services;
    }

    /// <summary>With what the build learnt from the phrases; without it, in a build that left it out, they are learnt now.</summary>
    public static Understander Understander(SecondReader? second)
    {
        using var learnt = typeof(TalkSetup).Assembly.GetManifestResourceStream("intents.model");
        return new Understander(PhraseBook.Load(), second, learnt is null ? null : IntentModel.Read(learnt));
    }
}
