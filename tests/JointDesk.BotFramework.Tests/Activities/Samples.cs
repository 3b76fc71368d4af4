namespace JointDesk.BotFramework.Tests;

/// <summary>Activities in the shapes that Teams, Web Chat and the Agents Playground send.</summary>
public static class Samples
{
    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["teams channel message"] = """
            {"text":"<at>JointDesk</at> 下周三开会&nbsp;\n","textFormat":"plain","attachments":[{"contentType":"text/html","content":"<div><span itemscope=\"\" itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">JointDesk</span>&nbsp;下周三开会</div>"}],
             "type":"message","timestamp":"2026-11-23T02:11:12.4350926Z","localTimestamp":"2026-11-23T10:11:12.4350926+08:00","id":"1700000000000","channelId":"msteams",
             "serviceUrl":"https://smba.trafficmanager.net/apac/","from":{"id":"29:1abc","name":"王芳","aadObjectId":"c5dcdb5b-0000-0000-0000-000000000001"},
             "conversation":{"isGroup":true,"conversationType":"channel","tenantId":"00000000-0000-0000-0000-0000000000001","id":"19:0123@thread.tacv2;messageid=1700000000000"},
             "recipient":{"id":"28:app-id","name":"JointDesk"},
             "entities":[{"mentioned":{"id":"28:app-id","name":"JointDesk"},"text":"<at>JointDesk</at>","type":"mention"},{"locale":"zh-CN","country":"CN","platform":"Windows","timezone":"Asia/Shanghai","type":"clientInfo"}],
             "channelData":{"teamsChannelId":"19:0123@thread.tacv2","teamsTeamId":"19:team@thread.tacv2","channel":{"id":"19:0123@thread.tacv2"},"team":{"id":"19:team@thread.tacv2","name":"专班"},"tenant":{"id":"00000000-0000-0000-0000-0000000000001"}},
             "locale":"zh-CN","localTimezone":"Asia/Shanghai"}
            """,
        ["teams installation"] = """
            {"action":"add","type":"installationUpdate","timestamp":"2026-11-23T02:00:00Z","id":"f:1","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/apac/","from":{"id":"29:1abc"},
             "conversation":{"isGroup":true,"conversationType":"channel","tenantId":"t","id":"19:team@thread.tacv2"},"recipient":{"id":"28:app-id","name":"JointDesk"},
             "channelData":{"settings":{"selectedChannel":{"id":"19:team@thread.tacv2"}},"channel":{"id":"19:team@thread.tacv2"},"team":{"aadGroupId":"g","name":"专班","id":"19:team@thread.tacv2"},"eventType":"teamMemberAdded","tenant":{"id":"t"},"source":{"name":"message"}}}
            """,
        ["members added"] = """
            {"membersAdded":[{"id":"28:app-id"},{"id":"29:1abc","aadObjectId":"a"}],"type":"conversationUpdate","timestamp":"2026-11-23T02:00:00Z","id":"f:2","channelId":"msteams",
             "serviceUrl":"https://smba.trafficmanager.net/apac/","from":{"id":"29:1abc"},"conversation":{"id":"19:team@thread.tacv2"},"recipient":{"id":"28:app-id"},"channelData":{"eventType":"teamMemberAdded","tenant":{"id":"t"}}}
            """,
        ["members removed"] = """
            {"membersRemoved":[{"id":"29:1abc"}],"type":"conversationUpdate","timestamp":"2026-11-23T02:00:00Z","id":"f:3","channelId":"msteams","from":{"id":"29:1abc"},"conversation":{"id":"c"},"recipient":{"id":"28:app-id"},"topicName":"案件"}
            """,
        ["reaction"] = """
            {"reactionsAdded":[{"type":"like"}],"reactionsRemoved":[{"type":"sad","at":1}],"type":"messageReaction","timestamp":"2026-11-23T02:00:00Z","id":"f:4","channelId":"msteams","from":{"id":"29:1abc"},"conversation":{"id":"c"},"recipient":{"id":"28:app-id"},"replyToId":"1700"}
            """,
        ["edit"] = """
            {"type":"messageUpdate","text":"改了","id":"1700","timestamp":"2026-11-23T02:00:00Z","channelId":"msteams","from":{"id":"29:1abc"},"conversation":{"id":"c"},"channelData":{"eventType":"editMessage"}}
            """,
        ["deletion"] = """
            {"type":"messageDelete","id":"1700","timestamp":"2026-11-23T02:00:00Z","channelId":"msteams","from":{"id":"29:1abc"},"conversation":{"id":"c"},"channelData":{"eventType":"softDeleteMessage"}}
            """,
        ["card action"] = """
            {"name":"adaptiveCard/action","type":"invoke","timestamp":"2026-11-23T02:00:00Z","id":"f:5","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/apac/","from":{"id":"29:1abc"},"conversation":{"conversationType":"personal","id":"a:1"},
             "recipient":{"id":"28:app-id"},"value":{"action":{"type":"Action.Execute","title":"参加","verb":"rsvp.accept","data":{"meeting":"m-1"}},"trigger":"manual"},"replyToId":"1700"}
            """,
        ["web chat message"] = """
            {"attachmentLayout":"list","attachments":[],"channelData":{"clientActivityID":"1764000000000a1b2c","clientTimestamp":"2026-11-23T02:00:00.000Z"},"channelId":"webchat",
             "entities":[{"requiresBotState":true,"supportsListening":true,"supportsTts":true,"type":"ClientCapabilities"}],"from":{"id":"user","name":"","role":"user"},"locale":"zh-CN",
             "localTimestamp":"2026-11-23T10:00:00.000+08:00","localTimezone":"Asia/Shanghai","text":"你好","textFormat":"plain","timestamp":"2026-11-23T02:00:00.000Z","type":"message"}
            """,
        ["web chat press"] = """
            {"channelData":{"postBack":true,"clientActivityID":"x"},"channelId":"webchat","from":{"id":"user","role":"user"},"locale":"zh-CN","type":"message","value":{"verb":"meeting.confirm","note":"好"}}
            """,
        ["event"] = """{"type":"event","name":"webchat/join","value":{"language":"zh-CN"},"channelId":"webchat","from":{"id":"user","role":"user"}}""",
        ["typing"] = """{"type":"typing","channelId":"webchat","from":{"id":"user","role":"user"}}""",
        ["end"] = """{"type":"endOfConversation","code":"completedSuccessfully","channelId":"test","conversation":{"id":"c"}}""",
        ["never seen"] = """{"type":"holographicWave","intensity":11,"channelId":"msteams","suggestedActions":{"to":[],"actions":[{"type":"imBack","title":"是","value":"是","x":1}]},"relatesTo":{"conversation":{"id":"q"},"bot":{"id":"b"}}}""",
    };

    public static IEnumerable<TheoryDataRow<string>> Names => All.Keys.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<string> Everything => All.Values;

    public static string Json(string name) => All[name];

    public static Activity Read(string name) => ActivityJson.Read(System.Text.Encoding.UTF8.GetBytes(All[name]));
}
