namespace JointDesk.Talk.Understanding;

/// <summary>What a text can ask for.</summary>
public static class Intents
{
    public const string Convene = "convene";
    public const string Reschedule = "reschedule";
    public const string Cancel = "cancel";
    public const string QueryMeetings = "query_meetings";
    public const string RsvpYes = "rsvp_yes";
    public const string RsvpNo = "rsvp_no";
    public const string RsvpTentative = "rsvp_tentative";
    public const string RequestInfo = "request_info";
    public const string ShareInfo = "share_info";
    public const string AssignTask = "assign_task";
    public const string ReportProgress = "report_progress";
    public const string CompleteTask = "complete_task";
    public const string ExtendDeadline = "extend_deadline";
    public const string ListTasks = "list_tasks";
    public const string SetReminder = "set_reminder";
    public const string SubscribeCalendar = "subscribe_calendar";
    public const string Help = "help";
    public const string Other = "other";

    // What the desk's dialogs need besides the intents of the public examples.

    /// <summary>确认, 报送, 交办 / confirm, send: goes on with what was shown.</summary>
    public const string Confirm = "confirm";

    /// <summary>取消, 放弃, 算了 / cancel, never mind, alone in a message: drops what is being prepared.</summary>
    public const string Dismiss = "dismiss";

    /// <summary>A decision of the meeting: 决议：…, 会议决定…, resolved: …</summary>
    public const string Resolve = "resolve";

    /// <summary>签收 / accept task.</summary>
    public const string AcceptTask = "accept_task";

    /// <summary>销号 / sign off.</summary>
    public const string SignOff = "sign_off";

    /// <summary>退回 / return.</summary>
    public const string ReturnTask = "return_task";

    /// <summary>同意延期 / grant the extension.</summary>
    public const string GrantExtension = "grant_extension";

    /// <summary>不同意延期 / refuse the extension.</summary>
    public const string RefuseExtension = "refuse_extension";

    /// <summary>暂无 / nothing to report: declines to contribute.</summary>
    public const string DeclineInfo = "decline_info";

    /// <summary>案情, 出入境报了什么, 6·18案什么进展 / what was reported.</summary>
    public const string QueryInfo = "query_info";

    /// <summary>谁看过我的通报 / who has read our report.</summary>
    public const string QueryReceipts = "query_receipts";

    /// <summary>谁还没回 / who has not answered.</summary>
    public const string QueryAnswers = "query_answers";

    /// <summary>催一下 / chase those who have not answered or reported.</summary>
    public const string Nudge = "nudge";

    /// <summary>会议加上国际合作处 / add Legal to the meeting: other departments for a meeting that has been convened.</summary>
    public const string ChangeParties = "change_parties";

    /// <summary>撤回我的通报 / take back our report.</summary>
    public const string RecallInfo = "recall_info";

    /// <summary>议题是… / the topic is …</summary>
    public const string SetAgenda = "set_agenda";

    /// <summary>散会 / meeting adjourned.</summary>
    public const string EndMeeting = "end_meeting";

    /// <summary>Says more of what is being prepared: a place, a department, another time, and nothing else.</summary>
    public const string Supply = "supply";

    /// <summary>
    /// In the words of the public examples, which know no more than a meeting's and a task's life: an intent of the desk's own dialogs is the one
    /// that it serves, and one that serves none is the likeliest of the others.
    /// </summary>
    public static string Public(string intent, IReadOnlyList<Alternative> alternatives) => intent switch
    {
        Confirm => RsvpYes,
        Dismiss => Cancel,
        SignOff => CompleteTask,
        DeclineInfo => ShareInfo,
        QueryAnswers => QueryMeetings,
        Nudge => RequestInfo,
        ChangeParties => Reschedule,
        RecallInfo or SetAgenda or EndMeeting or Resolve or AcceptTask or ReturnTask or GrantExtension or RefuseExtension or QueryInfo or QueryReceipts or Supply =>
            alternatives.FirstOrDefault(a => a.Confidence >= Likely && Public(a.Intent, []) == a.Intent)?.Intent ?? Other,
        _ => intent,
    };

    private const double Likely = 0.1;
}
