namespace JointDesk;

/// <summary>What someone wants the desk to do. Every door (chat, card, mail reply, API, alarm) sends the same command.</summary>
public abstract record Command;
