namespace Hub.ChaosTests.Harness;

/// <summary>What all nodes of a cluster read and write.</summary>
/// <param name="Config">Configuration.</param>
/// <param name="Data">Shared by all nodes: the keys that open stored bodies are the installation's, not a node's.</param>
internal sealed record NodeFolders(string Config, string Data)
{
    public static NodeFolders Make(string folder)
    {
        var folders = new NodeFolders(Path.Combine(folder, "config"), Path.Combine(folder, "data"));
        Directory.CreateDirectory(Path.Combine(folders.Config, "tenants"));
        Directory.CreateDirectory(folders.Data);
        return folders;
    }
}
