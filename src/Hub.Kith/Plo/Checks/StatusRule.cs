namespace Hub.Kith.Plo;

/// <summary>Status of the sending: N and C always, M where HIS 1154 allows it; A and H are not used.</summary>
internal static class StatusRule
{
    public static IEnumerable<KithFinding> Check(PloChecked about)
    {
        var path = about.Root + "/InformasjonOmForsendelsen/Forsendelsesstatus";
        var status = about.Document.Status;
        if (status is "N" or "C") yield break;
        if (status != "M") yield return PloChecked.Error(PloCodes.Status, path, "The status must be N, M or C of list 7309.");
        else if (!about.Document.Info.MayChange) yield return PloChecked.Error(PloCodes.Status, path, "This type has no status M: it is cancelled and sent anew.");
    }
}
