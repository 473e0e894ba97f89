using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Adapters.Folders;

/// <summary>Settings of a partner that puts its files in a folder.</summary>
/// <param name="Folder">The folder; empty where it is not set.</param>
/// <param name="Settle">How long a file must be left alone before it is taken, by its own time or as the hub has seen it; default 30 s. It must be the same at two looks whatever its time says.</param>
public sealed record DropFolderOptions(string Folder, TimeSpan Settle)
{
    /// <summary>Names of the settings in tenant files.</summary>
    public static IReadOnlyList<string> Names { get; } = ["folder", "settle"];

    /// <summary>Reads the options of a partner.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="errors">Every fault, with its path.</param>
    /// <returns>The options; defaults stand where there is a fault.</returns>
    public static DropFolderOptions Read(PartnerConfig partner, out IReadOnlyList<HubError> errors)
    {
        var faults = new List<HubError>();
        var folder = partner.Options.GetValueOrDefault("folder", "");
        if (folder.Length == 0)
            faults.Add(ConfigErrors.Missing.At("options.folder", "The folder that the partner puts its files in is needed"));
        else if (!Path.IsPathFullyQualified(folder))
            faults.Add(ConfigErrors.BadValue.At("options.folder", "The whole path of the folder is expected here"));
        var settle = TimeSpan.FromSeconds(30);
        if (partner.Options.TryGetValue("settle", out var text) && (!DurationText.TryParse(text, out settle) || settle > TimeSpan.FromDays(1)))
            faults.Add(ConfigErrors.BadValue.At("options.settle", "A duration such as 30s is expected here, at most 1d"));
        errors = faults;
        return new DropFolderOptions(folder, settle);
    }

    /// <summary>What a person should look at: a folder that is not there.</summary>
    /// <param name="partner">The partner.</param>
    /// <returns>Remarks.</returns>
    public static IEnumerable<HubError> Remarks(PartnerConfig partner)
    {
        var options = Read(partner, out var errors);
        return errors.Count > 0 || Directory.Exists(options.Folder) ? [] : [ConfigErrors.BadValue.At("options.folder", "There is no such folder, or the hub may not look into it")];
    }
}
