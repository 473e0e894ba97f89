using System.Text;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Host.Errors;
using Hub.Host.Security;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Hub.Host.Faces;

/// <summary>A question on the VKP face that has been let in: who asks, on behalf of which services, and with which parameters.</summary>
/// <param name="Partner">Who asks.</param>
/// <param name="Services">Codes of the header <c>ServiceCodes</c>.</param>
/// <param name="Form">Parameters of the body.</param>
internal sealed record VkpQuestion(Caller.Partner Partner, IReadOnlyList<string> Services, IReadOnlyDictionary<string, StringValues> Form)
{
    private const string ServicesHeader = "ServiceCodes";

    /// <summary>Judges what was sent. Pure but for the caller's own settings.</summary>
    /// <param name="partner">Who asks.</param>
    /// <param name="header">The header <c>ServiceCodes</c>, as sent.</param>
    /// <param name="body">The body: a form.</param>
    /// <param name="kind">What is asked for.</param>
    /// <param name="parameters">Parameters that the address takes; those that end in <c>*</c> may come twice.</param>
    /// <returns>The question, or every fault.</returns>
    public static Result<VkpQuestion> Read(Caller.Partner partner, StringValues header, ReadOnlySpan<byte> body, LookupKind kind, params IReadOnlyList<string> parameters)
    {
        var inbound = partner.Config.Inbound!;
        if (!inbound.Reads.Contains(kind))
            return VkpReadErrors.NotAllowed.At();
        var errors = new List<HubError>();
        var services = Codes(header, inbound, errors);
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        foreach (var (name, values) in form)
        {
            var twice = parameters.Contains(name + "*");
            if (!twice && !parameters.Contains(name))
                errors.Add(VkpReadErrors.WrongParameters.At(Shown(name), "There is no such parameter here"));
            else if (values.Count > (twice ? 2 : 1))
                errors.Add(VkpReadErrors.WrongParameters.At(Shown(name), "The parameter is sent too often"));
        }

        return errors.Count > 0 ? Result<VkpQuestion>.Failed(errors) : new VkpQuestion(partner, services, form);
    }

    /// <summary>The patient asked about.</summary>
    /// <param name="name">Parameter that names the patient: the number alone, or <c>system|number</c>.</param>
    /// <param name="required">Whether it must be there.</param>
    /// <returns>The national id, null where none was sent; or why it is refused.</returns>
    public Result<Identifier?> Patient(string name, bool required)
    {
        var text = Form.TryGetValue(name, out var values) ? values.ToString().Trim() : "";
        if (text.Length == 0)
            return required ? VkpReadErrors.BadPatient.At(name, "The patient must be named in the body") : (Result<Identifier?>)(Identifier?)null;
        var verdict = PatientIdPolicy.Judge(text[(text.IndexOf('|') + 1)..], Partner.Tenant.Environment);
        return verdict.Id is { } id ? (Result<Identifier?>)id : VkpReadErrors.BadPatient.At(name, verdict.Refusal);
    }

    /// <summary>Whether the asker may know of somebody with a service.</summary>
    /// <param name="granted">The journal's code of the service.</param>
    /// <returns>True when one of the asker's codes covers it.</returns>
    public bool Covers(string granted) => ServiceCodes.Of(granted) is { } code && Services.Any(s => ServiceCodes.Covers(s, code));

    private static List<string> Codes(StringValues header, InboundConfig inbound, List<HubError> errors)
    {
        var codes = header.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count == 0)
            errors.Add(VkpReadErrors.WrongParameters.At(ServicesHeader, "Name the service on whose behalf is asked, such as 'ServiceCodes: rt'"));
        foreach (var code in codes)
        {
            if (!ServiceCodes.All.Contains(code))
                errors.Add(VkpReadErrors.BadFormat.At(ServicesHeader, $"The codes are lower case: {string.Join(", ", ServiceCodes.All)}"));
            else if (!inbound.Services.Contains(code))
                errors.Add(VkpReadErrors.ServiceNotAllowed.At(ServicesHeader));
        }

        return codes;
    }

    // A parameter's name may be anything, also a number that should have stood in its value.
    private static string? Shown(string name) => name.Length <= 40 && name.All(c => char.IsAsciiLetter(c) || c is '.' or '_' or '-') ? name : null;
}
