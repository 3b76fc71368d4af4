namespace JointDesk.Server.Workers;

/// <summary>Someone who works through a queue of the desk.</summary>
internal interface IDeskWorker
{
    QueueLoop Loop { get; }
}
