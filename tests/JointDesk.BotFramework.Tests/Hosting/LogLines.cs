using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace JointDesk.BotFramework.Tests;

/// <summary>Keeps what is logged, so that a test can look for it, and for what must not be there.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IEnumerable<string> All => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception?.Message}");

    public void Dispose()
    {
    }
}
