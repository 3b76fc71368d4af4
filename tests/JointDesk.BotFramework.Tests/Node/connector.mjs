// Makes the calls of the Bot Connector with the official client, so that ours can be held against them.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [packages, serviceUrl, conversation] = process.argv.slice(2);
const { ConnectorClient, MicrosoftAppCredentials } = createRequire(join(packages, 'package.json'))('botframework-connector');
const client = new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri: serviceUrl });
const message = text => ({ type: 'message', text, from: { id: '28:bot' }, conversation: { id: conversation }, channelId: 'msteams' });

await client.conversations.sendToConversation(conversation, message('send'));
await client.conversations.replyToActivity(conversation, 'a:1', message('reply'));
await client.conversations.updateActivity(conversation, 'a:1', { ...message('update'), id: 'a:1' });
await client.conversations.deleteActivity(conversation, 'a:1');
await client.conversations.createConversation({ isGroup: true, bot: { id: '28:bot' }, tenantId: 't', channelData: { tenant: { id: 't' }, channel: { id: '19:c' } }, activity: { type: 'message', text: 'first' } });
await client.conversations.getConversationPagedMembers(conversation, { pageSize: 200, continuationToken: 'a b' });
await client.conversations.getConversationMember(conversation, '29:u/x');
