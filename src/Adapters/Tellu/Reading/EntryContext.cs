using Hub.Adapters.Json;
using Hub.Adapters.Tellu.Codes;
using Hub.Core.Content;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>What the body of an entry is read with.</summary>
/// <param name="At">The entry.</param>
/// <param name="Times">How its times are read.</param>
/// <param name="Time">When it was.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id; empty when that is at fault.</param>
/// <param name="Revision">Its revision.</param>
internal sealed record EntryContext(Fields At, EntryTimes Times, ClinicalTime Time, EntryKind Kind, string Id, int Revision);
