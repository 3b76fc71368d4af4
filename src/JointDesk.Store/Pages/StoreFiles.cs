namespace JointDesk.Store.Pages;

/// <summary>
/// The two files of a store, opened: proven, redone in memory, locked. Until <see cref="BeginSession"/> nothing on the disk has
/// changed, so that a file that is refused stays as it was found.
/// </summary>
internal sealed class StoreFiles : IDisposable
{
    private readonly IDisk _disk;
    private readonly StoreOptions _options;
    private StoreHeader _header;

    private StoreFiles(IDisk disk, StoreOptions options, StoreHeader header, PageSeal seal, PageFile pages, PageLog log)
    {
        (_disk, _options, _header, Seal, Pages, Log) = (disk, options, header, seal, pages, log);
        Data = new DataStream(pages);
    }

    public PageSeal Seal { get; }
    public PageFile Pages { get; }
    public PageLog Log { get; }
    public DataStream Data { get; }
    public LogStream LiteLog { get; } = new();
    public string Path => _options.Path;
    public StoreHeader Header => _header;
    public IDisk Disk => _disk;

    public static string LogPath(string path) => path + "-log";

    public static StoreFiles Open(IDisk disk, StoreOptions options)
    {
        if (!disk.Exists(options.Path))
            StoreCreation.Create(disk, options);
        var opened = new Stack<IDisposable>();
        try
        {
            var dataFile = disk.Open(options.Path, FileMode.Open);
            opened.Push(dataFile);
            var header = StoreHeader.Read(dataFile, options.Path);
            var seal = StoreKeys.SealOf(header, options);
            var log = OpenLog(disk, options.Path, header, seal, opened);
            var files = new StoreFiles(disk, options, header, seal, new PageFile(dataFile, options.Path, seal), log);
            files.Redo();
            return files;
        }
        catch
        {
            foreach (var file in opened)
                file.Dispose();
            throw;
        }
    }

    /// <summary>From here on the files may be written: the header says that the log counts.</summary>
    public void BeginSession() => WriteHeader(_header with { Sequence = _header.Sequence + 1, Closed = false });

    /// <summary>All staged pages to the data file, then the log is empty. Throws what the disk throws; nothing is lost then.</summary>
    public void Checkpoint()
    {
        Data.WriteStaged();
        if (Log.Count > 0 || !Log.EndsWhereConfirmed)
            Log.Reset();
    }

    /// <summary>After a checkpoint that passed: from here on the data file is complete without its log.</summary>
    public void EndSession()
    {
        if (Data.StagedPages == 0 && Log.Count == 0 && Log.EndsWhereConfirmed)
            WriteHeader(_header with { Sequence = _header.Sequence + 1, Closed = true });
    }

    /// <summary>Wraps the data key anew, in both copies of the header, so that none is left that the old passphrase opens.</summary>
    public void Rewrap(string newKey)
    {
        var dataKey = (_header.Key ?? throw new StoreRefusedException($"{Path} is not encrypted; back up, and restore with Storage:Key set to encrypt it."))
            .Unwrap(_options.Key!, _header.StoreId)!;
        var key = StoreKeys.Wrap(dataKey, newKey, _header.StoreId, _options.KeyIterations);
        WriteHeader(_header with { Sequence = _header.Sequence + 1, Key = key });
        WriteHeader(_header with { Sequence = _header.Sequence + 1 });
    }

    public void Dispose()
    {
        Log.Dispose();
        Pages.Dispose();
        Seal.Dispose();
    }

    private void WriteHeader(StoreHeader header)
    {
        Pages.Write(header);
        Pages.Sync();
        _header = header;
    }

    private static PageLog OpenLog(IDisk disk, string path, StoreHeader header, PageSeal seal, Stack<IDisposable> opened)
    {
        var logPath = LogPath(path);
        var exists = disk.Exists(logPath);
        if (!exists && !header.Closed)
            throw new StoreRefusedException($"{logPath} is missing though the store was not closed; put it back beside {path}, or restore a backup.");
        var file = disk.Open(logPath, FileMode.OpenOrCreate);
        opened.Push(file);
        var log = new PageLog(file, logPath, header.StoreId, seal);
        if (!exists || (header.Closed && log.BeginningWasCutOff))
        {
            log.Create();
            disk.SyncDirectoryOf(logPath);
        }
        return log;
    }

    /// <summary>Stages what the log holds, and proves every page of the data file that the log does not replace.</summary>
    private void Redo()
    {
        var (pages, cutOff) = Log.Load();
        if (_header.Closed && pages.Count > 0)
            throw new StoreRefusedException($"{LogPath(Path)} holds commits though {Path} was closed: they are not of the same time; put back the right pair, or restore a backup.");
        var count = Pages.Count;
        var replaced = pages.Select(page => (long)LitePage.NumberOf(page)).ToHashSet();
        var page = new byte[PageSeal.PageSize];
        for (long number = 0; number < count; number++)
        {
            if (!replaced.Contains(number) && !Pages.TryRead(number, page))
                throw new StoreRefusedException(new DamagedPageException(Path, number).Message);
        }
        foreach (var logPage in pages)
            Data.Stage(LitePage.NumberOf(logPage), LitePage.ForDataFile(logPage));
        if (pages.Count > 0 || cutOff > 0)
            _options.Report?.Invoke($"{Path}: {pages.Count} pages were redone from the log, {cutOff} of a commit that was never confirmed were left out.");
    }
}
