using JointDesk.Server.Verbs;

return args switch
{
    ["--help" or "-h" or "help", ..] => Usage.Print(),
    ["understand", .. var rest] => Usage.WithStreams((input, output) => Understand.Run(rest, input, output, Console.Error)),
    ["import", .. var rest] => await StoreVerbs.ImportAsync(rest),
    ["export", .. var rest] => await StoreVerbs.ExportAsync(rest),
    ["backup", .. var rest] => await StoreVerbs.BackupAsync(rest),
    ["restore", .. var rest] => await StoreVerbs.RestoreAsync(rest),
    ["rotate-key", .. var rest] => await StoreVerbs.RotateKeyAsync(rest),
    ["erase-officer", .. var rest] => await StoreVerbs.EraseOfficerAsync(rest),
    ["audit", "verify", .. var rest] => await StoreVerbs.VerifyAuditAsync(rest),
    ["teams-package", .. var rest] => TeamsPackage.Write(rest),
    [] or [['-', ..], ..] => await DeskRun.RunAsync(args),
    _ => Usage.Wrong($"There is no verb {args[0]}."),
};
