using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Registers;
using Hub.Core.Tenants;

namespace Hub.Host.Reading;

/// <summary>Decides who may look, by the tenant's rules. Pure. What no rule allows is refused.</summary>
internal static class AccessJudge
{
    /// <summary>Rules that could allow something of a question, whatever consents and responsibility are: where there is none, the registers need not be read.</summary>
    /// <param name="rules">The tenant's rules.</param>
    /// <param name="question">The question.</param>
    /// <returns>Rules in their order.</returns>
    public static IReadOnlyList<AccessRule> Candidates(IReadOnlyList<AccessRule> rules, AccessQuestion question) =>
        [.. rules.Where(r => r.Party == question.Party && r.Roles.Overlaps(question.Roles) && (r.Writes || !question.Writes) && question.Kinds.Any(r.Content.Contains))];

    /// <summary>Decides.</summary>
    /// <param name="candidates">The rules that could allow it.</param>
    /// <param name="question">The question with consents and responsibility.</param>
    /// <param name="now">The time.</param>
    /// <returns>What is allowed, and why the rest is not.</returns>
    public static AccessVerdict Judge(IReadOnlyList<AccessRule> candidates, AccessQuestion question, DateTimeOffset now)
    {
        var allowed = new List<ContentKind>();
        var refused = new List<(ContentKind, HubError)>();
        var purposes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var kind in question.Kinds)
        {
            var (rule, why) = First(candidates.Where(r => r.Content.Contains(kind)), question, now);
            if (rule is null)
            {
                refused.Add((kind, why));
                continue;
            }

            allowed.Add(kind);
            purposes.UnionWith(rule.Requires);
        }

        return new AccessVerdict(allowed, refused, [.. purposes]);
    }

    /// <summary>When a party's responsibility ended.</summary>
    /// <param name="party">The party.</param>
    /// <param name="versions">Who is and was responsible, the latest first.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null when it is not and never was; <see cref="DateTimeOffset.MaxValue"/> while it is.</returns>
    public static DateTimeOffset? Ended(string party, IReadOnlyList<Responsibility> versions, DateTimeOffset now)
    {
        // A version that lies ahead says nothing yet.
        var inForce = versions.Where(v => v.Since <= now).ToArray();
        var next = DateTimeOffset.MaxValue;
        foreach (var version in inForce)
        {
            if (version.Party == party)
                return next;
            next = version.Since;
        }

        // Before the first entry it was whoever that entry took over from: the tenant itself where nobody was registered.
        var first = inForce.Length > 0 ? inForce[^1].Before : versions.Count > 0 ? versions[^1].Before : null;
        return (first ?? Responsibility.Self) == party ? next : null;
    }

    private static (AccessRule? Rule, HubError Why) First(IEnumerable<AccessRule> rules, AccessQuestion question, DateTimeOffset now)
    {
        var why = ReadErrors.NotAllowed.At();
        foreach (var rule in rules)
        {
            if (!InTime(rule, question, now))
                why = why.Code == ReadErrors.NoConsent.Code ? why : ReadErrors.NotResponsible.At();
            else if (rule.Requires.FirstOrDefault(p => !question.Granted.Contains(p)) is { } missing)
                why = ReadErrors.NoConsent.At(detail: $"{ReadErrors.NoConsent.Title} ({missing})");
            else
                return (rule, why);
        }

        return (null, why);
    }

    private static bool InTime(AccessRule rule, AccessQuestion question, DateTimeOffset now) => rule.While switch
    {
        AccessPeriod.Always => true,
        AccessPeriod.Responsible => Ended(question.Party, question.Responsible, now) == DateTimeOffset.MaxValue,
        _ => Ended(question.Party, question.Responsible, now) is { } end && (end == DateTimeOffset.MaxValue || now - end <= rule.After),
    };
}
