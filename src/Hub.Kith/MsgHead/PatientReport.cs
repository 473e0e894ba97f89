using Hub.Kith.Types;

namespace Hub.Kith.MsgHead;

/// <summary>Documents about one patient of several, in reports to registers.</summary>
/// <param name="CaseNo">Number of the case.</param>
/// <param name="Documents">The documents.</param>
/// <param name="Patient">The patient.</param>
/// <param name="DocumentConnection">Place in the message, list 4702.</param>
public sealed record PatientReport(string CaseNo, IReadOnlyList<Document> Documents, Person? Patient = null, CS? DocumentConnection = null);
