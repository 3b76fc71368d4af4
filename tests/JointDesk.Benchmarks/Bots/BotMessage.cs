using System.Text;

namespace JointDesk.Benchmarks.Bots;

/// <summary>What is posted: a message of 1.1 KB as Teams sends it from a channel, each with an id of its own.</summary>
internal static class BotMessage
{
    private const int Conversations = 20_000;

    public static byte[] Request(int number, string serviceUrl, string text)
    {
        // Personal chats, so that the desk need not ask who else reads them; the shape and size are those of a channel's message.
        var body = Encoding.UTF8.GetBytes($$"""
            {"text":"{{text}}","textFormat":"plain","attachments":[{"contentType":"text/html","content":"<div><span itemscope=\"\" itemtype=\"http://schema.skype.com/Mention\" itemid=\"0\">JointDesk</span>&nbsp;{{text}}</div>"}],"type":"message","timestamp":"2026-11-23T02:11:12.4350926Z","localTimestamp":"2026-11-23T10:11:12.4350926+08:00","id":"{{number:D13}}","channelId":"msteams","serviceUrl":"{{serviceUrl}}","from":{"id":"{{Load.Officers[number % Load.Officers.Length]}}","name":"王芳","aadObjectId":"c5dcdb5b-0000-0000-0000-000000000001"},"conversation":{"conversationType":"personal","tenantId":"00000000-0000-0000-0000-000000000001","id":"a:{{number % Conversations}}"},"recipient":{"id":"28:app-id","name":"JointDesk"},"entities":[{"locale":"zh-CN","country":"CN","platform":"Windows","timezone":"Asia/Shanghai","type":"clientInfo"}],"channelData":{"tenant":{"id":"00000000-0000-0000-0000-000000000001"} },"locale":"zh-CN","localTimezone":"Asia/Shanghai"}
            """);
        return
        [
            .. Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
            .. body,
        ];
    }
}
