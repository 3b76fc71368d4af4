// An echo bot on npm botbuilder, as its samples have it, on Node's own http server.
const http = require('http');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (_, error) => { console.error(error); };

http.createServer((request, response) => {
  if (request.method === 'GET') return response.end('ready');
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    request.body = JSON.parse(Buffer.concat(parts).toString('utf8'));
    response.status = code => { response.statusCode = code; return response; };
    response.send = body => response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
    response.header = (name, value) => response.setHeader(name, value);
    adapter.process(request, response, async context => { await context.sendActivity('echo: ' + context.activity.text); });
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
