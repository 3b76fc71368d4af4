using NodaTime;

namespace JointDesk.Auditing;

/// <summary>What is to be appended to the audit chain. Ids only, never titles or texts.</summary>
/// <param name="Actor">The officer's id, or <c>desk</c> where the desk itself acted.</param>
/// <param name="Action">The name of the fact, or of the refusal.</param>
/// <param name="Departments">The departments it concerns: those whose lists show it.</param>
/// <param name="Detail">The fact as JSON, ids only.</param>
public sealed record AuditDraft(Instant At, string Actor, string Action, string Subject, IReadOnlyList<string> Departments, string Detail);

/// <summary>One link of the chain.</summary>
/// <param name="Sequence">1 for the first entry, without gaps.</param>
/// <param name="Hash">SHA-256 in lower-case hex, see <see cref="AuditChain.Hash"/>.</param>
public sealed record AuditEntry(long Sequence, AuditDraft Draft, string PreviousHash, string Hash);

/// <summary>The end of the chain.</summary>
public sealed record AuditHead(long Sequence, string Hash);
