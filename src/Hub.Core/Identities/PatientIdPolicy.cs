using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Core.Identities;

/// <summary>Which identity numbers a tenant takes as a patient's.</summary>
public static class PatientIdPolicy
{
    /// <summary>Judges a number that a source gives as a patient's national identity number.</summary>
    /// <param name="text">The text as received.</param>
    /// <param name="environment">Production takes real people only; test takes every number with a possible date and says what is odd about it.</param>
    /// <param name="takeUnverifiable">True when a test environment takes digits that are no identity number at all, as the official VKP examples have them. Ten digits are never taken: there a leading zero is lost.</param>
    /// <returns>The identifier with its series, or the reason for refusing it.</returns>
    public static PatientIdVerdict Judge(string text, TenantEnvironment environment, bool takeUnverifiable = false)
    {
        var fault = NationalId.Read(text, out var id);
        if (fault != NationalIdFault.None)
            return takeUnverifiable && environment == TenantEnvironment.Test && fault == NationalIdFault.WrongLength
                ? new(new Identifier(IdentifierSystems.Fnr, string.Concat(text.Where(char.IsAsciiDigit))), PatientIdNote.Unverifiable, null)
                : new(null, PatientIdNote.None, Reason(fault));

        if (environment == TenantEnvironment.Production)
        {
            if (id.Synthetic != SyntheticSeries.None)
                return new(null, PatientIdNote.None, "A synthetic or local number is not taken in production; send the person's fødselsnummer, D-nummer or felles hjelpenummer.");
            if (id.CheckDigits == CheckDigitRule.Fails)
                return new(null, PatientIdNote.None, "The check digits are wrong: a digit is mistyped, or the number belongs to nobody.");
        }

        var note = environment == TenantEnvironment.Production ? PatientIdNote.None
            : id.CheckDigits == CheckDigitRule.Fails ? PatientIdNote.CheckDigits
            : id.LooksReal ? PatientIdNote.LooksReal
            : PatientIdNote.None;
        return new(new Identifier(id.System, id.Digits), note, null);
    }

    private static string Reason(NationalIdFault fault) => fault switch
    {
        NationalIdFault.Empty => "The number is empty.",
        NationalIdFault.LostZero => "The number has ten digits: its leading zero is lost. Send it as text with all eleven digits.",
        NationalIdFault.NotDigits => "The number holds something else than digits.",
        NationalIdFault.NoSuchDate => "The first six digits are no date: the number belongs to nobody.",
        _ => "The number does not have eleven digits.",
    };
}

/// <summary>The judgement on a patient's number.</summary>
/// <param name="Id">The identifier to use; null when it is refused.</param>
/// <param name="Note">What is odd about a number that a test environment takes.</param>
/// <param name="Refusal">Why it is refused, for <see cref="IntakeErrors.BadNationalId"/>; holds no digit of it.</param>
public readonly record struct PatientIdVerdict(Identifier? Id, PatientIdNote Note, string? Refusal);

/// <summary>What is odd about a number that was taken in a test environment.</summary>
public enum PatientIdNote
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its check digits fail (<c>national-id-check-digits</c>).</summary>
    CheckDigits,

    /// <summary>It looks like a real person's (<c>national-id-looks-real</c>); NHN's published test persons do.</summary>
    LooksReal,

    /// <summary>It is no identity number at all (<c>identifier-unverifiable</c>).</summary>
    Unverifiable,
}
