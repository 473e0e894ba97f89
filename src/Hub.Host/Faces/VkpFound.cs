using System.Security.Cryptography;
using System.Text;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Fhir.Model;
using Hub.Host.Errors;
using Hub.Host.Lookups;
using Hub.Mappings.Fhir.Patients;

namespace Hub.Host.Faces;

/// <summary>Somebody whom a journal knows and the asker may know of, as resources. Pure.</summary>
/// <param name="Question">Who asked.</param>
/// <param name="Partner">The journal.</param>
/// <param name="Finding">What it found.</param>
/// <param name="Now">The time now.</param>
internal sealed record VkpFound(VkpQuestion Question, string Partner, LookupFinding Finding, DateTimeOffset Now)
{
    private const string HomeFollowUp = Core.Tenants.ServiceCodes.HomeFollowUp;

    private bool FollowsUpOnly => Question.Services.All(s => s == HomeFollowUp);

    private Personalia Personalia => (Personalia)Finding.Content;

    /// <summary>Services that hold now or later and that the asker may know of.</summary>
    public IReadOnlyList<GrantedService> Services => [.. Personalia.Services.Where(s => !(s.To <= Now) && Question.Covers(s.Code.Code))];

    /// <summary>True when an address is held back since it is protected.</summary>
    public bool HidesHome => ProtectedHome.Hides(Personalia) && Personalia.Addresses.Count > 0;

    /// <summary>What a response centre needs and this journal does not have, by short name and in words; what is protected is not missing.</summary>
    public IEnumerable<(string Code, string Text)> Lacks
    {
        get
        {
            if (Personalia.Addresses.Count == 0)
                yield return ("address-missing", "Ingen adresse er registrert");
            if (Personalia.KeyBox is null && !ProtectedHome.Hides(Personalia) && !FollowsUpOnly)
                yield return ("key-box-missing", "Ingen nøkkelboks er registrert");
            if (Personalia.Contacts.Count == 0)
                yield return ("contacts-missing", "Ingen kontaktpersoner er registrert");
        }
    }

    /// <summary>Address of the Patient within the answer.</summary>
    public string Url => UrlOf("patient");

    private Reference Reference => new() { Target = Url, Type = "Patient", Identifier = new Identifier { System = Finding.Patient.Id.System, Value = Finding.Patient.Id.Value } };

    /// <summary>Who answered of what was asked, with those the asker may know of: one for each journal and patient.</summary>
    /// <param name="question">Who asked.</param>
    /// <param name="result">What the journals said.</param>
    /// <param name="now">The time now.</param>
    /// <returns>Those with a service that the asker's codes cover.</returns>
    public static List<VkpFound> In(VkpQuestion question, LookupResult result, DateTimeOffset now) =>
        [.. result.Findings.Where(f => f.Finding.Content is Personalia).Select(f => new VkpFound(question, f.Partner, f.Finding, now)).Where(f => f.Services.Count > 0)];

    /// <summary>Why a question must be answered with an error: nobody answered, or the patient has no such service. Where a journal is missing from the answer, that the service was not found proves nothing.</summary>
    /// <param name="found">Whom the asker may know of.</param>
    /// <param name="result">What the journals said.</param>
    /// <returns>Errors; empty when the question can be answered.</returns>
    public static IReadOnlyList<HubError> Refusal(IReadOnlyList<VkpFound> found, LookupResult result)
    {
        if (result.Partners.Count == 0)
            return [LookupErrors.NobodyToAsk.At()];
        if (found.Count > 0)
            return [];
        var failed = result.Errors.Select(e => e.Error).ToList();
        return failed.Count == 0 ? [VkpReadErrors.NoServiceNeed.At()] : [failed.Exists(e => e.Code == LookupErrors.TimedOut.Code) ? VkpReadErrors.TimedOut.At() : VkpReadErrors.NotAnswered.At()];
    }

    /// <summary>The person. Who follows up from afar gets no key box.</summary>
    /// <returns>The Patient.</returns>
    public Hub.Fhir.Model.Patient Person()
    {
        var told = FollowsUpOnly ? Personalia with { KeyBox = null } : Personalia;
        var named = !(Question.Partner.Config.Options.TryGetValue("patientName", out var option) && option == "omit");
        var envelope = new Envelope(0, Question.Partner.Tenant.Name, Partner, Finding.SourceId, Finding.Patient, told, Now);
        return PatientCircle.Person(told with { Services = Services }, envelope, named);
    }

    /// <summary>People to call, in order.</summary>
    /// <returns>Entries.</returns>
    public IEnumerable<BundleEntry> Contacts() => PatientCircle.Contacts(Personalia, Reference).Select((c, i) => new BundleEntry { FullUrl = UrlOf($"contact-{i + 1}"), Resource = c });

    /// <summary>Services.</summary>
    /// <returns>Entries.</returns>
    public IEnumerable<BundleEntry> Episodes() =>
        Services.Select((s, i) => new BundleEntry { FullUrl = UrlOf($"service-{i + 1}"), Resource = PatientCircle.Service(s, Reference, Question.Partner.Tenant.Organization.Orgnr, Now) });

    // The same finding has the same address in every answer; nothing of the patient can be read from it.
    private string UrlOf(string role)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Question.Partner.Tenant.Name}/{Partner}/{Finding.SourceId}/{role}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash.AsSpan(0, 16), bigEndian: true)}";
    }
}
