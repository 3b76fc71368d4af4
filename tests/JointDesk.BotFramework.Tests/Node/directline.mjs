// Drives the official DirectLineJS against a desk. Prints one JSON line for each thing it sees; the test asserts on them.
// usage: node directline.mjs MODULES DOMAIN TOKEN polling|websocket|upload|listen [CONVERSATION [WATERMARK]]
// listen says nothing by itself and ends when it hears "bye"; random: () => 0 shortens its wait after a lost line to 3 s.
import { createRequire } from "node:module";

const [, , modules, domain, token, mode, conversationId, watermark] = process.argv;
const require = createRequire(modules + "/");
globalThis.WebSocket ??= require("ws");
globalThis.window ??= globalThis;
globalThis.XMLHttpRequest = shim();
console.log = console.info = () => {}; // the client talks a lot
const { DirectLine } = require("botframework-directlinejs");

const say = (what) => process.stdout.write(JSON.stringify(what) + "\n");
const line = new DirectLine({ domain, token, webSocket: mode !== "polling", pollingInterval: 200, conversationId, watermark, random: () => 0 });
let texts = 0, ended = false;

line.connectionStatus$.subscribe((status) => say({ status }));
line.activity$.subscribe(
  (a) => {
    say({ text: a.text, from: a.from?.id, role: a.from?.role, type: a.type, files: a.attachments, client: a.channelData?.clientActivityID, watermark: line.watermark });
    if (mode !== "listen" && a.type === "message" && ++texts === 2) post("second");
    if (a.text === "echo: second" || a.text === "bye") finish();
  },
  (error) => ended || say({ error: String(error?.status ?? error) }), // ending is an error in its eyes
);
if (!conversationId) post("first");

function post(text) {
  const attachments = mode === "upload" && text === "first" ? [{ name: "a.txt", contentType: "text/plain", contentUrl: "data:text/plain,file%20content" }] : undefined;
  line.postActivity({ type: "message", text, attachments, from: { id: "x" }, channelData: { clientActivityID: "c-" + text } })
    .subscribe((id) => say({ posted: id }), (error) => say({ error: String(error?.status ?? error) }));
}

function finish() {
  ended = true;
  line.end();
  setTimeout(() => process.exit(0), 50);
}

// DirectLineJS calls XMLHttpRequest; Node has fetch. This is as much of the one over the other as the client uses.
function shim() {
  return class {
    readyState = 0;
    headers = {};
    responseHeaders = new Headers();
    open(method, url) { Object.assign(this, { method, url, readyState: 1 }); }
    setRequestHeader(name, value) { this.headers[name] = value; }
    getAllResponseHeaders() { return ""; }
    getResponseHeader(name) { return this.responseHeaders.get(name); }
    abort() {}
    async send(body) {
      try {
        const answer = await fetch(this.url, { method: this.method, headers: this.headers, body });
        this.status = answer.status;
        this.responseHeaders = answer.headers;
        const bytes = await answer.arrayBuffer();
        this.responseText = Buffer.from(bytes).toString();
        this.response = this.responseType === "json" ? JSON.parse(this.responseText || "null") : this.responseType === "arraybuffer" ? bytes : this.responseText;
        this.readyState = 4;
        this.onload?.();
        this.onreadystatechange?.();
      } catch (error) {
        this.readyState = 4;
        this.status = 0;
        this.onerror?.(error);
        this.onreadystatechange?.();
      }
    }
  };
}
