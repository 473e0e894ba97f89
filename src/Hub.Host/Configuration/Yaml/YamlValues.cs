using System.Globalization;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using YamlDotNet.RepresentationModel;

namespace Hub.Host.Configuration.Yaml;

/// <summary>Typed reading of single settings. Each returns the default, and records an error, when the value has another form.</summary>
internal static class YamlValues
{
    /// <summary>A text, null when not set.</summary>
    public static string? Text(this YamlSection section, string key)
    {
        switch (section.Value(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            default:
                section.Fail(key, ConfigErrors.BadValue, $"'{key}' must be a single value");
                return null;
        }
    }

    /// <summary>A text that must be there; empty, with an error recorded, when it is not.</summary>
    public static string Required(this YamlSection section, string key)
    {
        if (section.Text(key) is { Length: > 0 } text)
            return text;
        if (section.Value(key) is null or YamlScalarNode)
            section.Fail(key, ConfigErrors.Missing, $"'{key}' is required");
        return "";
    }

    /// <summary>One text or a list of texts; empty when not set.</summary>
    public static IReadOnlyList<string> Texts(this YamlSection section, string key)
    {
        switch (section.Value(key))
        {
            case null:
                return [];
            case YamlScalarNode scalar:
                return [scalar.Value ?? ""];
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode):
                return [.. list.Children.Select(c => ((YamlScalarNode)c).Value ?? "")];
            default:
                section.Fail(key, ConfigErrors.BadValue, $"'{key}' must be one value or a list of values");
                return [];
        }
    }

    /// <summary>A whole number within bounds.</summary>
    public static int Int(this YamlSection section, string key, int standard, int min, int max)
    {
        if (section.Text(key) is not { } text)
            return standard;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        section.Fail(key, ConfigErrors.BadValue, $"'{key}' must be a whole number from {min} to {max}");
        return standard;
    }

    /// <summary>A share from 0 to 1.</summary>
    public static decimal Share(this YamlSection section, string key, decimal standard)
    {
        if (section.Text(key) is not { } text)
            return standard;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1)
            return value;
        section.Fail(key, ConfigErrors.BadValue, $"'{key}' must be a number from 0 to 1, with a point");
        return standard;
    }

    /// <summary>True or false.</summary>
    public static bool Flag(this YamlSection section, string key, bool standard)
    {
        switch (section.Text(key))
        {
            case null:
                return standard;
            case "true":
                return true;
            case "false":
                return false;
            default:
                section.Fail(key, ConfigErrors.BadValue, $"'{key}' must be true or false");
                return standard;
        }
    }

    /// <summary>A length of time such as 250ms, 30s, 5m, 96h or 7d, within bounds.</summary>
    public static TimeSpan Duration(this YamlSection section, string key, TimeSpan standard, TimeSpan min, TimeSpan max)
    {
        if (section.Text(key) is not { } text)
            return standard;
        if (DurationText.TryParse(text, out var value) && value >= min && value <= max)
            return value;
        section.Fail(key, ConfigErrors.BadValue, $"'{key}' must be a duration from {DurationText.Write(min)} to {DurationText.Write(max)}, such as 250ms, 30s, 5m or 96h");
        return standard;
    }

    /// <summary>One of a few words.</summary>
    public static T OneOf<T>(this YamlSection section, string key, T standard, IReadOnlyDictionary<string, T> words)
    {
        if (section.Text(key) is not { } text)
            return standard;
        if (words.TryGetValue(text, out var value))
            return value;
        section.Fail(key, ConfigErrors.BadValue, $"'{key}' must be one of {string.Join(", ", words.Keys)}");
        return standard;
    }

    /// <summary>An absolute http or https address (or a mail address), null when not set.</summary>
    public static Uri? Address(this YamlSection section, string key, bool mail = false)
    {
        if (section.Text(key) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0)
            return uri;
        if (mail && uri is { Scheme: "mailto", UserInfo.Length: > 0, Host.Length: > 0 })
            return uri;
        section.Fail(key, ConfigErrors.BadValue, $"'{key}' must be an address that starts with https:// or http://{(mail ? " or mailto:" : "")}");
        return null;
    }
}
