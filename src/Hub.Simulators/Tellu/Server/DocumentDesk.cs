using System.Globalization;
using System.Text.Json;

namespace Hub.Simulators.Tellu;

/// <summary>Takes personalia and plans: each change must name the version that it takes the place of, and a repeat under the same key changes nothing.</summary>
internal sealed class DocumentDesk(TelluServerOptions options, TelluLedger ledger)
{
    /// <summary>Finds a patient by national id.</summary>
    public DeskAnswer Find(JsonElement question)
    {
        var pid = Text(question, "pid");
        if (pid is not { Length: 11 })
            return DeskAnswer.No(400, 4001);
        if (!Follows(pid))
            return DeskAnswer.No(404, 4041);
        var user = UserOf(pid);
        return new DeskAnswer(200, Tag(ledger.VersionOf(false, user))) { Body = JsonSerializer.SerializeToUtf8Bytes(new { userId = user }) };
    }

    /// <summary>Puts personalia in the place of what is held.</summary>
    public DeskAnswer PutPatient(string user, JsonElement document, byte[] body, string? key, string? ifMatch)
    {
        if (!document.TryGetProperty("patient", out var patient) || Text(patient, "nationalId") is not { } pid || UserOf(pid) != user || key is null)
            return Refuse(422, 4220);
        if (Text(document, "addressProtection") is not "none" && document.TryGetProperty("addresses", out _))
        {
            ledger.Refuse(protectedAddress: true);
            return DeskAnswer.No(422, 4222);
        }

        var held = ledger.VersionOf(false, user);
        return Versioned(key, body, ifMatch, held) ?? Take(false, user, pid, held + 1, key, body);
    }

    /// <summary>Puts a version of a plan in the place of the one before it.</summary>
    public DeskAnswer PutPlan(string id, JsonElement plan, byte[] body, string? key, string? ifMatch, bool ifNone)
    {
        if (Text(plan, "resourceType") != "CarePlan" || Text(plan, "id") != id || key is null || !plan.TryGetProperty("meta", out var meta)
            || !int.TryParse(Text(meta, "versionId"), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return Refuse(422, 4220);
        var pid = plan.TryGetProperty("subject", out var subject) && subject.TryGetProperty("identifier", out var identifier) ? Text(identifier, "value") ?? "" : "";
        if (pid.Length > 0 && !Follows(pid))
            return Refuse(404, 4041);
        var held = ledger.VersionOf(true, id);
        if (Versioned(key, body, ifNone ? Tag(0) : ifMatch, held) is { } answer)
            return answer;
        return version > held ? Take(true, id, pid, version, key, body) : Refuse(412, 4120, held);
    }

    private static string UserOf(string pid) => "u-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(pid))[..6]);

    private static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"v{version}\"");

    private static string? Text(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private bool Follows(string pid) => options.Patients.Count == 0 || options.Patients.Contains(pid);

    private DeskAnswer? Versioned(string key, byte[] body, string? tag, int held) => ledger.CameBefore(key, body) switch
    {
        true => new DeskAnswer(200, Tag(held)) { Replayed = true },
        null => Refuse(409, 4090),
        _ when tag is null => Refuse(428, 4280),
        _ when tag != Tag(held) => Refuse(412, 4120, held),
        _ => null,
    };

    private DeskAnswer Take(bool plan, string id, string pid, int version, string key, byte[] body)
    {
        ledger.Take(plan, id, pid, version, key, body);
        return new DeskAnswer(204, Tag(version));
    }

    private DeskAnswer Refuse(int status, int code, int? held = null)
    {
        ledger.Refuse();
        return DeskAnswer.No(status, code) with { Tag = held is { } version ? Tag(version) : null };
    }
}

/// <summary>An answer to a document.</summary>
internal sealed record DeskAnswer(int Status, string? Tag)
{
    public byte[]? Body { get; init; }

    public bool Replayed { get; init; }

    public static DeskAnswer No(int status, int code) => new(status, null) { Body = JsonSerializer.SerializeToUtf8Bytes(new { error = new { code } }) };
}
