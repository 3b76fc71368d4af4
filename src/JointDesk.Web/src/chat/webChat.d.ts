// What the page uses of the official Web Chat, which webchat.js puts on the window (its package ships no types for that).

export interface Activity {
  id?: string;
  type: string;
  text?: string;
  summary?: string;
  timestamp?: string;
  from: { id: string; name?: string; role?: string };
  channelData?: Record<string, unknown>;
  attachments?: { contentType: string; name?: string; content?: unknown }[];
}

export interface DirectLine {
  activity$: Observable<Activity>;
  connectionStatus$: Observable<number>;
  end(): void;
}

interface Observable<T> { subscribe(next: (value: T) => void, failed: (error: Error) => void): unknown }

export interface Action { type: string; payload?: { activity?: Activity; text?: string } }

export interface Store {
  dispatch(action: Action): void;
  getState(): { sendBoxValue?: string };
}

export type Render = (...rest: unknown[]) => unknown;
export type Middleware<Arguments, Result> = () => (next: (args: Arguments) => Result) => (args: Arguments) => Result;

declare global {
  const WebChat: {
    createDirectLine(options: { token: string; domain: string; conversationId: string; webSocket: boolean }): DirectLine;
    createStore(initial: object, middleware: () => (next: (action: Action) => unknown) => (action: Action) => unknown): Store;
    renderWebChat(properties: object, element: HTMLElement): void;
  };
}
